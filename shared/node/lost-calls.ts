import type { Middleware } from "moleculer";

/** After Moleculer's own timeout, so that the caller gets that error. */
const graceMs = 100;

/**
 * Moleculer forgets a remote call that timed out without ever settling it. Its tracker would count it as running for
 * ever, and a later stop would wait its full 20 s for it; so each call is settled here, inside the tracker.
 */
export const settleLostCalls: Middleware = {
  name: "SettleLostCalls",
  remoteAction(next: (ctx: any) => any) {
    return (ctx: any) => {
      const { timeout } = ctx.options;
      return timeout > 0 ? next(ctx).timeout(timeout + graceMs) : next(ctx);
    };
  },
} as Middleware;
