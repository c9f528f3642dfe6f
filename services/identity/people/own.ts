import { isStaff } from "#shared/access/principal.ts";
import type { CallContext } from "#shared/contract/call.ts";
import { recall } from "#shared/documents/remember.ts";
import { read } from "#shared/views/read.ts";
import type { PersonDocument } from "./people.ts";
import { personRows } from "./views/people.ts";

export async function rowOf(ctx: CallContext, person: string) {
  return (await read(ctx, personRows)).findById(person).lean();
}

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

/**
 * On whose behalf they may act: of that organisation, or else of the first; none when they are not of it, suspended or
 * erased.
 */
export const membershipOf = (
  { memberships, suspended, erased }: Pick<Row, "memberships" | "suspended" | "erased">,
  wanted?: string,
) =>
  suspended || erased
    ? undefined
    : memberships.find(({ organisation }) => organisation === wanted || !wanted);

/** For one of their organisations at least: then they sign in as staff does, whomever they act for. */
export const isStaffPerson = (row: Pick<Row, "memberships">): boolean =>
  row.memberships.some(({ roles }) => isStaff(roles));

type Known = Pick<Row, "document" | "language">;

/** Name, address and language; none of someone who was erased. */
export async function documentOf(ctx: CallContext, row: Known): Promise<PersonDocument | undefined> {
  return (await documentsOf(ctx, [row]))(row);
}

/** The same of many, by one question. */
export async function documentsOf(ctx: CallContext, rows: Known[]) {
  const found = await recall<PersonDocument>(
    ctx,
    rows.map(({ document }) => document),
  );
  return ({ document, language }: Known): PersonDocument | undefined => {
    const own = found.get(document);
    return own && { ...own, ...(language && { language }) };
  };
}
