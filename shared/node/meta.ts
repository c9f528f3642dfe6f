import type { Middleware } from "moleculer";
import type { CallMeta } from "../contract/call.ts";

/** Only these travel, and nobody on the way changes them. */
const kept = [
  "who",
  "key",
  "after",
  "notAfter",
  "trace",
  "reason",
  "browser",
  "device",
] as const satisfies (keyof CallMeta)[];

export const frozenMeta: Middleware = {
  name: "FrozenMeta",
  localAction(next: (ctx: any) => unknown) {
    return (ctx: any) => {
      const own: Record<string, unknown> = {};
      for (const name of kept) if (Object.hasOwn(ctx.meta, name)) own[name] = ctx.meta[name];
      ctx.meta = Object.freeze(own);
      return next(ctx);
    };
  },
} as Middleware;
