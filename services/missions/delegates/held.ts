import type { CallContext } from "#shared/contract/call.ts";
import { held as heldOf } from "#shared/documents/held.ts";
import { partsOfSubject, type Subject } from "#shared/documents/subject.ts";
import { read } from "#shared/views/read.ts";
import { subjectOf } from "./details.ts";
import { delegateRows } from "./views/delegates.ts";

/** The kind of what a delegate filled in, as `held` has it. */
const answers = "missions.documents: answers";

/** About somebody, also as a delegate of their company, whom it is kept of under another id. What they filled in is theirs alone. */
export async function held({ subject }: { subject: Subject }, ctx: CallContext) {
  const { kind, id } = partsOfSubject(subject);
  const goes = kind === "person" ? await (await read(ctx, delegateRows)).find({ person: id }).lean() : [];
  const subjects = [subject, ...goes.map(({ _id }) => subjectOf(_id))];
  const all = await Promise.all(subjects.map((one) => heldOf({ subject: one }, ctx)));
  const rows = all.flatMap((one) => one.rows);
  return {
    rows: rows.filter((row) => row.in !== answers),
    forThemAlone: rows.filter((row) => row.in === answers),
  };
}
