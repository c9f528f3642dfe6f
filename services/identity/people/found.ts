import type { CallContext } from "#shared/contract/call.ts";
import { type Document, documentsOf } from "#shared/documents/collection.ts";
import { partsOfSubject } from "#shared/documents/subject.ts";
import { kernelOf } from "#shared/kernel.ts";
import { absent } from "#shared/mongo/filters.ts";
import { whoseAddress } from "./addresses.ts";
import type { PersonDocument } from "./people.ts";

/** Ids of whom somebody looks for: by their whole address, or by words of their name, whatever capitals and accents it has. */
export async function idsOfFound(ctx: CallContext, find: string): Promise<string[]> {
  if (find.includes("@")) return [(await whoseAddress(ctx, find)) ?? []].flat();
  const words = plain(find).split(/\s+/);
  const named = await documentsOf<PersonDocument>(kernelOf(ctx.broker).mongo, "identity")
    .find({ kind: "person", pending: absent })
    .select<Pick<Document<PersonDocument>, "subject" | "doc">>({ subject: 1, "doc.name": 1 })
    .lean();
  return named.flatMap(({ subject, doc: { name } }) =>
    subject && words.every((word) => plain(name).includes(word)) ? [partsOfSubject(subject).id] : [],
  );
}

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .trim()
    .toLowerCase();
