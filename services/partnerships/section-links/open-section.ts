import type { CallContext } from "#shared/contract/call.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import type { Field } from "../registrations/answers.ts";
import { isIn } from "../registrations/sections.ts";
import { happenings, type Sent, sectionLinks, stateOf } from "./section-links.ts";

export const sinceOf = (ctx: CallContext, id: string) => stateNow(ctx, happenings, id);

/** What the link of a colleague who calls was made for, and what has become of it. */
export async function heldLink(ctx: CallContext, id: string) {
  const { who } = ctx.meta;
  const link = who.kind === "section-link" ? who.link : "";
  const sent: Sent | undefined = (await stateNow(ctx, sectionLinks, id))[link];
  if (!sent) return refuse("not-found");
  const since = await sinceOf(ctx, id);
  return { link, sent, since, state: stateOf(sent, { now: kernelOf(ctx.broker).clock.now(), since }) };
}

/** The section of a colleague who calls, if it holds all these fields; none where the cluster itself does. */
export async function openSection(ctx: CallContext, fields: Field[]) {
  const { who } = ctx.meta;
  if (who.kind !== "section-link") return undefined;
  const held = await heldLink(ctx, who.registration);
  if ("refused" in held) return held;
  if (held.state !== "open") return refuse("partnerships.section-link-over", { state: held.state });
  const { section } = held.sent;
  const field = fields.find((one) => !isIn(section, one));
  return field ? refuse("partnerships.not-in-section", { field }) : section;
}
