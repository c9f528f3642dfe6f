import { contracts } from "#services/contracts.ts";
import { ownIn } from "#shared/access/policy.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Action } from "#shared/contract/contract.ts";
import { may } from "#shared/contract/may.ts";

const routed = contracts.flatMap(({ actions }) =>
  (Object.values(actions) as Action[]).flatMap((action) =>
    action.route && action.may !== "anyone" ? [{ action, route: action.route as string }] : [],
  ),
);

const byToken = routed.filter(({ action: { policy } }) => !policy.may.anyone && !policy.inPerson);

/** For what a token of whoever asks could be. */
export const scopesFor = (ctx: CallContext): Set<string> =>
  new Set(byToken.filter(({ action }) => mayWithOwn(ctx, action)).map(({ action }) => action.scope));

/** Routes, beside those that are everyone's, which whoever asks may take to anything, or to what is theirs. */
export const routesFor = (ctx: CallContext): string[] =>
  routed.filter(({ action }) => mayWithOwn(ctx, action)).map(({ route }) => route);

const mayWithOwn = (ctx: CallContext, action: Action): boolean =>
  may(ctx, action, ownIn(action.policy, ctx.meta.who));
