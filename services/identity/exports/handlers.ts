import { mail } from "#services/mail/mail.contract.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { settings } from "#services/settings/settings.contract.ts";
import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { read } from "#shared/views/read.ts";
import { changesAbout } from "../changes/handlers.ts";
import { consentRows } from "../consents/views/consents.ts";
import { rowOf } from "../people/own.ts";
import { personRows } from "../people/views/people.ts";
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

/** What stands in views, which are made of the log. */
async function inRows(ctx: CallContext, { _id, memberships, language, suspended }: Row) {
  const consents = await (await read(ctx, consentRows)).findById(_id).lean();
  return [
    {
      in: personRows.name,
      content: { memberships, ...(language && { language }), ...(suspended && { suspended: suspended.at }) },
    },
    ...(consents?.answers ?? []).map((content) => ({ in: consentRows.name, content: { ...content } })),
  ];
}

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

export async function personalData({ person }: Input<typeof actions.personalData>, ctx: CallContext) {
  const row = await rowOf(ctx, person);
  if (!row) return refuse("not-found");
  // In the service's own name: who may have it all was asked before.
  const asked = everyService.map((action) =>
    callAs(ctx.broker, action, { subject: `person/${person}` }, asSystem("identity"), ctx),
  );
  const replies = (await Promise.all(asked)).map(({ reply }) => reply);
  const answers = replies.flatMap((reply) => (isRefusal(reply) ? [] : [reply]));
  const theirs = answers.flatMap(({ forThemAlone = [] }) => forThemAlone);
  const { who } = ctx.meta;
  const isTheirs = who.kind === "person" && who.person === person;
  return {
    person,
    at: kernelOf(ctx.broker).clock.now().toISOString(),
    held: [...(await inRows(ctx, row)), ...answers.flatMap(({ rows }) => rows), ...(isTheirs ? theirs : [])],
    withheld: isTheirs ? [] : theirs.map((one) => one.in),
    changes: await changesAbout(ctx, person),
    reads: await readsAbout(ctx, person),
  };
}
