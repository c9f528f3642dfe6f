import { postLetters } from "#services/post-letters.ts";
import { siteOf } from "#shared/config/site.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { kernelOf } from "#shared/kernel.ts";
import { absent, among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { knownOf } from "../credentials/credentials.ts";
import { documentOf, documentsOf, rowOf } from "../people/own.ts";
import type { PersonDocument } from "../people/people.ts";
import { personRows } from "../people/views/people.ts";
import type { actions } from "./contract.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function writeToPerson({ person, what, event }: In<"writeToPerson">, ctx: CallContext) {
  const row = await rowOf(ctx, person);
  const own = row && (await documentOf(ctx, row));
  // Erased meanwhile.
  if (!own) return {};
  const { mongo, config } = kernelOf(ctx.broker);
  const left = (await knownOf(mongo, person)).recovery?.length ?? 0;
  const context = what === "recovery-code-used" && left === 0 ? "last-recovery-code-used" : what;
  const letter = {
    id: `${event}/${person}`,
    subject: `person/${person}` as const,
    to: own.email,
    language: own.language,
    template: "credentials-changed" as const,
    params: { context, name: own.name, left: String(left), link: `${siteOf(config)}/account` },
  };
  await postLetters(ctx, [letter]);
  return {};
}

const most = 2_000;

export async function membersOf({ organisations }: In<"membersOf">, ctx: CallContext) {
  const rows = await (await read(ctx, personRows))
    .find({ "memberships.organisation": among(organisations), suspended: absent })
    .sort({ position: 1 })
    .limit(most)
    .lean();
  const ownOf = await documentsOf(ctx, rows);
  const found = rows.flatMap(({ _id: person, memberships, ...row }) => {
    const own = ownOf(row);
    const theirs = memberships.filter(
      ({ organisation, roles }) => organisations.includes(organisation) && roles.includes("member"),
    );
    return own ? theirs.map(({ organisation }) => ({ organisation, person, ...addressIn(own) })) : [];
  });
  return { rows: found.slice(0, most) };
}

const addressIn = ({ name, email, language }: PersonDocument) => ({ name, email, language });
