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

/** Name, address and language; none of someone who was erased. */
export async function documentOf(
  ctx: CallContext,
  { document }: Pick<Row, "document">,
): Promise<PersonDocument | undefined> {
  return (await recall<PersonDocument>(ctx, [document])).get(document);
}
