import { type Policies, yesIf } from "#shared/access/policy.ts";
import { kernelOf } from "#shared/kernel.ts";

export const policies: Policies = {
  /** Elsewhere the door is not there at all. */
  "try the demo": (_who, _input, ctx) => (kernelOf(ctx.broker).config.demo ? "yes" : "hidden"),
  "be someone": (who) => yesIf(who.kind === "person"),
  "ask whose session it is": (who) => yesIf(who.kind === "system"),
};
