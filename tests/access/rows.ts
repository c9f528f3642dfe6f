import { contracts } from "#services/contracts.ts";
import { isOf, type Party, type Policy } from "#shared/access/policy.ts";
import type { Principal } from "#shared/access/principal.ts";
import type { Action } from "#shared/contract/contract.ts";
import { sampleOf } from "#shared/testing/sample.ts";

/** What is asked, about what: one line of the answers. */
export type Row = {
  action: Action;
  /** Which record, and what else the policy looks at. */
  about: string;
  input: Record<string, unknown>;
  isMissing: boolean;
  demo: boolean;
};

/** Ids by what they name: the first word of an address, or the field of a relation. */
export type Records = Record<string, { own: string; foreign: string; missing: string }>;

/** Values by which a policy asks for a fresh second factor, and by which it does not. */
const freshFor: Record<string, { yes: unknown; no: unknown }> = {
  roles: { yes: ["officer"], no: ["member"] },
};

/** What is their own is another record for each who may only with theirs. */
export function inputOf({ action, about, input }: Row, who: Principal): Record<string, unknown> {
  if (!about.startsWith("own")) return input;
  const theirs = Object.entries(action.policy.may).find(
    ([party, relation]) => relation.own && isOf(who, party as Party),
  );
  const { field, own } = theirs?.[1] ?? {};
  return field && own ? { ...input, [field]: own(who) } : input;
}

/** What it is done to is gone for whoever comes after it, so it comes last. */
export const erasingLast = (one: Action, other: Action): number =>
  Number(erases(one)) - Number(erases(other));
const erases = ({ route }: Action) => /\/(erasure|seat-links)$/.test(route ?? "");

export const labelOf = ({ route, name }: Action): string => route ?? name;

export const actions = contracts.flatMap((contract) => Object.values(contract.actions) as Action[]);

export const rowsOf = (records: Records, of = actions): Row[] =>
  of.flatMap((action) => rowsFor(action, records));

type Part = { about: string; input?: object; isMissing?: true; demo?: false };

const rowsFor = (action: Action, records: Records): Row[] =>
  recordsOf(action, records).flatMap((record) =>
    freshnessOf(action.policy).map((fresh) => ({
      action,
      about: [record.about, fresh.about].filter(Boolean).join(", ") || "-",
      input: { ...sampleOf(action.input), ...record.input, ...fresh.input },
      isMissing: record.isMissing ?? false,
      demo: record.demo ?? true,
    })),
  );

function recordsOf({ policy, route }: Action, records: Records): Part[] {
  const relations = Object.values(policy.may);
  const [, word = "", inPath] = /\/([\w-]+)\/:(\w+)/.exec(route ?? "") ?? [];
  const field = relations.find((relation) => relation.field)?.field;
  if (field) {
    const { own, foreign, missing } = idsOf(records, field === inPath ? word : field);
    const within = inPath && field !== inPath ? { [inPath]: idsOf(records, word).own } : {};
    return [
      { about: "own", input: { ...within, [field]: own } },
      { about: "foreign", input: { ...within, [field]: foreign } },
      { about: "missing", input: { ...within, [field]: missing }, isMissing: true },
    ];
  }
  if (inPath) {
    const { own, missing } = idsOf(records, word);
    return [
      { about: "there", input: { [inPath]: own } },
      { about: "missing", input: { [inPath]: missing }, isMissing: true },
    ];
  }
  const [circumstance] = relations.filter(({ named }) => named !== "any");
  if (!circumstance) return [{ about: "" }];
  return [{ about: circumstance.named }, { about: `not ${circumstance.named}`, demo: false }];
}

function freshnessOf({ fresh }: Policy): Part[] {
  if (!fresh?.field) return [{ about: "" }];
  const { yes, no } = freshFor[fresh.field]!;
  return [
    { about: fresh.named, input: { [fresh.field]: yes } },
    { about: `no ${fresh.named}`, input: { [fresh.field]: no } },
  ];
}

function idsOf(records: Records, what: string) {
  const ids = records[what];
  if (!ids) throw new Error(`Nobody says which ${what} there are: add them to the records of these tests.`);
  return ids;
}
