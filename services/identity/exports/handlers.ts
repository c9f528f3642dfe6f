import { mail } from "#services/mail/mail.contract.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { settings } from "#services/settings/settings.contract.ts";
import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { rowOf } from "../people/own.ts";
import { readsAbout } from "../reads/lines.ts";
import { actions } from "./contract.ts";

export { held } from "#shared/documents/held.ts";

const everyService = [
  actions.held,
  mail.actions.held,
  missions.actions.held,
  partnerships.actions.held,
  settings.actions.held,
];

export async function personalData({ person }: Input<typeof actions.personalData>, ctx: CallContext) {
  if (!(await rowOf(ctx, person))) return refuse("not-found");
  // In the service's own name: who may have it all was asked before.
  const asked = everyService.map((action) =>
    callAs(ctx.broker, action, { subject: person }, asSystem("identity"), ctx),
  );
  const answers = (await Promise.all(asked)).map(({ reply }) => reply);
  return {
    person,
    at: kernelOf(ctx.broker).clock.now().toISOString(),
    held: answers.flatMap((reply) => (isRefusal(reply) ? [] : reply.rows)),
    reads: await readsAbout(ctx, person),
  };
}
