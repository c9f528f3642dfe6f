import { contracts } from "#services/contracts.ts";
import { common, type Policy, partiesOf } from "#shared/access/policy.ts";
import type { Action, Contract } from "#shared/contract/contract.ts";
import { labelOf } from "./rows.ts";

/** docs/access.md: the whole of who may do what, and what each answer holds, from the contracts. */
export const accessPage = (of: readonly Contract[] = contracts): string =>
  [intro, ...of.map(whoMay), fieldsIntro, ...of.map(whatTheyGet)].join("\n\n").concat("\n");

const intro = `# Access

Who may do what, as the contracts say it: a line a policy. Written by \`npm run access\`, so that its difference shows every
change of who may. What is not here nobody may. [How it is asked](decisions/access-as-a-table.md).

*any* is whatever there is; all else is how a caller has to stand to what is asked. Staff (officer, fund-manager, auditor,
admin) count as such only in a session with a second factor; *fresh for* says of what it has to be of the last ten minutes.
A token may as much of it as [it is for](decisions/api-tokens.md), but nothing fresh, and nothing *in person*. Others are told who
may, or it is *hidden* from them: as if it were not there. So is another's from who may only with their own.`;

const fieldsIntro = `# What they get

The fields of each answer. There are no others, and none that some who may ask get and some do not.`;

function whoMay({ name, policies, actions }: Contract): string {
  const rows = Object.entries({ ...common, ...policies }).flatMap(([sentence, policy]) => {
    const asked = (Object.values(actions) as Action[]).filter(({ may }) => may === sentence);
    if (!asked.length) return [];
    const others = policy.may.anyone ? "-" : policy.hides ? "hidden" : "told";
    return [[sentence, grantsIn(policy), others, asked.map(codeOf).join("<br>")]];
  });
  return `## ${name}\n\n${tableOf(["policy", "who may", "others", "actions"], rows)}`;
}

function grantsIn(policy: Policy): string {
  const grants = partiesOf(policy).map((party) => `${party}: ${policy.may[party]!.named}`);
  const fresh = policy.fresh ? [`fresh for ${policy.fresh.named}`] : [];
  return [...grants, ...fresh, ...(policy.inPerson ? ["in person"] : [])].join("<br>");
}

const whatTheyGet = ({ name, actions }: Contract): string =>
  `## ${name}: answers\n\n${tableOf(
    ["action", "fields"],
    (Object.values(actions) as Action[]).map((action) => [codeOf(action), fieldsIn(action.output)]),
  )}`;

/** `id, legs (city, country)`; of what may be one of several, all of them. */
export function fieldsIn(schema: any): string {
  if (schema.anyOf) return schema.anyOf.map(fieldsIn).filter(Boolean).join(" or ");
  if (schema.type === "array") return fieldsIn(schema.items);
  if (schema.type !== "object") return "";
  return Object.entries<any>({ ...schema.properties, ...recordIn(schema) })
    .map(([name, field]) => {
      const inside = fieldsIn(field);
      return inside ? `${name} (${inside})` : name;
    })
    .join(", ");
}

/** Names that nobody knows beforehand, such as languages. */
const recordIn = ({ patternProperties = {} }: any) =>
  Object.fromEntries(Object.values<any>(patternProperties).map((field) => ["*", field]));

const codeOf = (action: Action): string => `\`${labelOf(action)}\``;

const tableOf = (head: string[], rows: string[][]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
