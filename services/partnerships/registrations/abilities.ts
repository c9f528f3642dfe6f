import type { CallContext } from "#shared/contract/call.ts";
import type { Action } from "#shared/contract/contract.ts";
import { may } from "#shared/contract/may.ts";
import { kernelOf } from "#shared/kernel.ts";
import { actions as mergers } from "../mergers/contract.ts";
import { actions } from "./contract.ts";
import { type Criterion, failed } from "./criteria.ts";
import { type State, type Step, stepsOf } from "./registrations.ts";

const commands: Record<Step, Action<any, any, any, any>> = {
  submit: actions.submit,
  withdraw: actions.withdraw,
  "ask-changes": actions.askChanges,
  waive: actions.waive,
  accept: actions.accept,
  reject: actions.reject,
  confirm: actions.confirm,
  "take-down": actions.takeDown,
  expire: actions.expire,
  merge: mergers.merge,
  "undo-merge": mergers.undoMerge,
  "undo-decision": actions.undoDecision,
};

/** Steps for which the criteria have to be met, and those for which they must not. */
const met: Partial<Record<Step, boolean>> = { accept: true, waive: false };

/** Of the steps that are possible now, those that whoever asks may take. */
export const abilitiesOn = (
  ctx: CallContext,
  {
    id,
    state,
    erased,
    stateBefore,
    criteria,
    until,
    undo,
  }: {
    id: string;
    state: State;
    erased?: boolean | undefined;
    stateBefore?: State | undefined;
    criteria: Criterion[];
    /** Of one that was merged: when that can be undone for the last time. */
    until?: string | undefined;
    /** Of one that was decided on last: the same of that. */
    undo?: { until: string } | undefined;
  },
): Step[] => {
  const now = kernelOf(ctx.broker).clock.now();
  const isOver = (end: string | undefined) => !end || now > new Date(end);
  return stepsOf({ state, erased, stateBefore, undo })
    .filter((step) => step !== "undo-merge" || !isOver(until))
    .filter((step) => step !== "undo-decision" || !isOver(undo?.until))
    .filter((step) => !(step in met) || met[step] === !failed(criteria).length)
    .filter((step) => may(ctx, commands[step], { id }));
};
