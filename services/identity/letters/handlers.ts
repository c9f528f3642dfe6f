import { mail } from "#services/mail/mail.contract.ts";
import { siteOf } from "#shared/config/site.ts";
import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { kernelOf } from "#shared/kernel.ts";
import { documentOf, rowOf } from "../people/own.ts";
import type { actions } from "./contract.ts";

export async function writeToPerson(
  { person, what, event }: Input<typeof actions.writeToPerson>,
  ctx: CallContext,
) {
  const row = await rowOf(ctx, person);
  const own = row && (await documentOf(ctx, row));
  // Erased meanwhile.
  if (!own) return {};
  const letter = {
    id: `${event}/${person}`,
    subject: person,
    to: own.email,
    language: own.language,
    template: "credentials-changed" as const,
    params: { context: what, name: own.name, link: `${siteOf(kernelOf(ctx.broker).config)}/account` },
  };
  await callAs(ctx.broker, mail.actions.post, letter, asSystem("identity"), ctx);
  return {};
}
