import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { draftOf, draftsOf, saveDraft } from "#shared/documents/drafts.ts";
import { recall } from "#shared/documents/remember.ts";
import { kernelOf } from "#shared/kernel.ts";
import { rowOf } from "../registrations/own.ts";
import type { Note } from "../registrations/sent.ts";
import { unseal } from "../registrations/submitting.ts";
import type { actions } from "./contract.ts";
import { keyOf } from "./replies.ts";

export async function reply({ id, field, text }: Input<typeof actions.reply>, ctx: CallContext) {
  const row = await rowOf(ctx, id);
  const asked = row?.state === "changes-asked" ? row.notes.at(-1)?.note : undefined;
  const questions = asked ? (await recall<Note>(ctx, [asked])).get(asked)?.questions : undefined;
  if (!row || !questions?.some((one) => one.field === field)) return refuse("partnerships.not-asked");
  const kernel = kernelOf(ctx.broker);
  const drafts = draftsOf(kernel.mongo, "partnerships");
  for (;;) {
    const draft = await draftOf(kernel, "partnerships", id);
    if (!draft) return refuse("not-found");
    const changes = { [keyOf(row.round, field)]: text ?? null };
    const saved = await saveDraft(drafts, id, draft.version, changes, kernel.clock.now());
    if (!saved) return refuse("not-found");
    if ("others" in saved) return { version: saved.version };
    if ("clash" in saved) continue;
    const sealed = await unseal(ctx, { _id: id, ...saved });
    if (sealed) return refuse("partnerships.not-asked");
  }
}
