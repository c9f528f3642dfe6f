import type { Context, ServiceBroker, ServiceSchema } from "moleculer";
import { partiesOf, ruleOf, type Verdict, verdictOf } from "../access/policy.ts";
import { isPrincipal } from "../access/principal.ts";
import { type DocumentKeeper, startDocumentKeeper } from "../documents/keeper.ts";
import type { Own } from "../documents/kept.ts";
import { Unauthenticated } from "../errors/errors.ts";
import { type Kernel, kernelOf } from "../kernel.ts";
import type { Reaction } from "../reactions/reaction.ts";
import { type Reactor, startReactor } from "../reactions/reactor.ts";
import { type Projector, startProjector } from "../views/projector.ts";
import type { View } from "../views/view.ts";
import { type Answer, type CallContext, type CallMeta, inTime } from "./call.ts";
import type { Action, Contract, Input, Reply } from "./contract.ts";
import { recordRefusal } from "./execute.ts";
import { isRecorded, recordRead, type Taken } from "./reads.ts";
import { isRefusal, type KernelRefusal, refuse } from "./refusals.ts";

export type Handler<A extends Action<any, any, any, any>> = (
  input: Input<A>,
  ctx: CallContext,
) => Promise<Reply<A> | KernelRefusal>;

type Parts<C extends Contract> = Own & {
  handlers: { [K in keyof C["actions"]]: Handler<C["actions"][K]> };
  views?: View<any>[];
  reactions?: Reaction[];
  /** What it does beside its calls, for as long as it runs. */
  workers?: ((broker: ServiceBroker, kernel: Kernel) => Worker)[];
};

export type Worker = { stop(): Promise<void> };

export type ServiceParts = {
  projector: Projector;
  reactor: Reactor;
  keeper: DocumentKeeper;
  workers: Worker[];
  /** Names of its views. */
  views: string[];
  /** Up to where each has come, by the name of its mark. */
  positions(): Record<string, number>;
  /** Up to where all of them have come. */
  position(): number;
};

const parts = new WeakMap<ServiceBroker, Map<string, ServiceParts>>();

/** The running views, reactions and documents of a service in this process. */
export const partsOf = (broker: ServiceBroker, service: string): ServiceParts | undefined =>
  parts.get(broker)?.get(service);

export const allPartsOf = (broker: ServiceBroker): [string, ServiceParts][] => [...(parts.get(broker) ?? [])];

const views = new WeakMap<ServiceSchema, View<any>[]>();

/** The views that a service was given. */
export const viewsOf = (service: ServiceSchema): View<any>[] => views.get(service) ?? [];

/** A plain Moleculer service made from its contract. Curried, or TypeScript widens what handlers return. */
export const serve =
  <C extends Contract>(contract: C) =>
  (own: Parts<C>): ServiceSchema => {
    const schema: ServiceSchema = {
      name: contract.name,
      dependencies: ["log"],
      events: {
        "log.head": (ctx: Context<{ position: number }>) =>
          kernelOf(ctx.broker).tail.announce(ctx.params.position),
      },
      actions: Object.fromEntries(
        Object.entries(contract.actions).map(([name, action]) => [
          name,
          {
            input: action.input,
            // Validation is by `input` alone; the REPL lists these names.
            params: Object.fromEntries(Object.keys(action.input.properties).map((field) => [field, "any"])),
            handler: guarded(action, own.handlers[name] as Handler<Action>),
          },
        ]),
      ),
      async started(this: { broker: ServiceBroker }) {
        const kernel = kernelOf(this.broker);
        const projector = await startProjector(kernel, contract.name, own.views ?? []);
        const reactor = await startReactor(this.broker, kernel, contract.name, own.reactions ?? []);
        const keeper = await startDocumentKeeper(kernel, contract, own);
        const workers = (own.workers ?? []).map((start) => start(this.broker, kernel));
        const all = parts.get(this.broker) ?? new Map<string, ServiceParts>();
        const names = (own.views ?? []).map(({ name }) => name);
        const positions = () => ({
          ...Object.fromEntries(names.map((name) => [name, projector.position(name)])),
          ...reactor.positions(),
          [keeper.name]: keeper.position(),
        });
        const position = () => Math.min(...Object.values(positions()));
        parts.set(
          this.broker,
          all.set(contract.name, { projector, reactor, keeper, workers, views: names, positions, position }),
        );
      },
      async stopped(this: { broker: ServiceBroker }) {
        const running = partsOf(this.broker, contract.name);
        if (!running) return;
        const { projector, reactor, keeper, workers } = running;
        await Promise.all([projector, reactor, keeper, ...workers].map((part) => part.stop()));
      },
    };
    views.set(schema, own.views ?? []);
    return schema;
  };

/**
 * Deadline, then who may, then the handler, then the line of what was read: in the service, since a call over NATS passes the
 * gateway by.
 */
function guarded(action: Action, handler: Handler<Action>) {
  const recordsReads = isRecorded(action);
  const refusals = refusalsOf(action);
  return async (ctx: Context<any, CallMeta>): Promise<Answer> => {
    const { who } = ctx.meta;
    if (!isPrincipal(who)) throw new Unauthenticated(action.name);
    inTime(ctx);
    const verdict = verdictOf(action, who, ctx.params, kernelOf(ctx.broker));
    if (verdict !== "yes") return refusals[verdict];
    const asked = await handler(ctx.params, ctx);
    const { answered } = ctx.locals as CallNotes;
    // Refused before the log was asked: then it is told, and says what it has answered to this key before.
    const isNews =
      action.kind === "command" &&
      !answered &&
      isRefusal(asked) &&
      !isAskedAnew.has((asked as KernelRefusal).refused);
    const reply = isNews ? await recordRefusal(ctx, action, asked as KernelRefusal) : asked;
    if (recordsReads && !isRefusal(reply)) await recordRead(ctx, action);
    const { behind, replayed } = ctx.locals as CallNotes;
    return { reply, ...(behind && { behind }), ...(replayed && { replayed }) };
  };
}

/** The same request may be answered otherwise in a moment, or by who has proved who they are. */
const isAskedAnew = new Set(["busy", "step-up-required"]);

/** Made once: the same for every caller and record. */
function refusalsOf({ may, policy, scope }: Action): Record<Exclude<Verdict, "yes">, Answer<KernelRefusal>> {
  const rule = ruleOf(may);
  const grantedBy = partiesOf(policy);
  return {
    unauthenticated: { reply: refuse("unauthenticated", { rule, grantedBy }) },
    "not-allowed": { reply: refuse("not-allowed", { rule, grantedBy }) },
    "not-found": { reply: refuse("not-found") },
    "second-factor-needed": { reply: refuse("second-factor-needed") },
    "step-up-required": { reply: refuse("step-up-required") },
    "not-by-token": { reply: refuse("not-by-token", { rule }) },
    "outside-scope": { reply: refuse("outside-scope", { rule, scope }) },
  };
}

/** Notes of one call: what `read` and `execute` want its caller to know, and what its line of reads is to say. */
export type CallNotes = {
  behind?: number;
  patientUntil?: number;
  replayed?: true;
  answered?: true;
  taken?: Taken;
  ownAlone?: true;
};
