import { contracts } from "#services/contracts.ts";
import { faults } from "#services/gateway/problems.ts";
import { scopes } from "#services/identity/tokens/contract.ts";
import { type Policy, partiesOf, ruleOf } from "#shared/access/policy.ts";
import type { Action, Contract } from "#shared/contract/contract.ts";
import { kernelRefusals } from "#shared/contract/refusals.ts";
import { text } from "#shared/i18n/i18n.ts";
import { sampleOf } from "#shared/testing/sample.ts";
import { isSpec, sourcesOf } from "./sources.ts";
import { askedIn, holesIn, isAsked, languages, textsOf, withoutPlural } from "./texts.ts";

const all: readonly Contract[] = contracts;
const actions = all.flatMap((contract) => Object.values(contract.actions) as Action[]);

type Needed = { key: string; params: string[]; sample: object };

const refusals = [
  ...actions.flatMap(({ refusals }) => Object.entries(refusals)),
  ...Object.entries(kernelRefusals),
];
const ofRefusals: Needed[] = refusals.map(([code, { params }]) => {
  const [service, own] = /^(\w+)\.(.+)$/.exec(code)?.slice(1) ?? ["kernel", code];
  return {
    key: `${service}:refusals.${own}`,
    params: Object.keys((params as any).properties),
    sample: sampleOf(params),
  };
});

/** Rules that an input of ours can break, as the validator names them. */
const rules = [
  "required",
  "type",
  "enum",
  "lists",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "pattern",
  "format",
  "additionalProperties",
  "maxItems",
  "other",
];
const statuses = [...new Set([403, 404, 409, 412, 422, 503, ...Object.values(faults)])];
const plain = (key: string, params: string[] = []): Needed => ({ key, params, sample: {} });

/** A refusal names the policy and those who may. */
const wordsOf = (may: string, policy: Policy) => [
  plain(`access:policies.${ruleOf(may)}`),
  ...partiesOf(policy).map((party) => plain(`kernel:parties.${party}`)),
];

/** An answer to why somebody may names how they have to stand to a record, and asks for that record. */
const relations = all
  .flatMap(({ policies }) => Object.values(policies ?? {}))
  .flatMap(({ may }) => Object.values(may));
const ofRelations = relations.flatMap(({ named, field }) => [
  plain(`access:relations.${ruleOf(named)}`),
  ...(field ? [plain(`identity:access.records.${ruleOf(named)}`)] : []),
]);
const ofScopes = scopes.map((scope) => plain(`identity:tokens.services.${scope.split(".")[0]}`));

const needed: Needed[] = [
  ...ofRefusals,
  ...all.flatMap(({ name, events }) => Object.keys(events).map((type) => plain(`${name}:events.${type}`))),
  ...actions.flatMap(({ may, policy }) => (may === "anyone" ? [] : wordsOf(may, policy))),
  ...ofRelations,
  ...ofScopes,
  ...Object.keys(faults).map((fault) => plain(`gateway:problems.${fault}`)),
  ...statuses.map((status) => plain(`gateway:status.${status}`)),
  ...rules.map((rule) => plain(`kernel:errors.${rule}`, ["limit", "type", "format"])),
];

describe.each(languages)("%s", (language) => {
  const texts = textsOf(language);

  it("has a text for every refusal, event, problem and error of the contracts", () => {
    expect(needed.map(({ key }) => key).filter((key) => !texts.has(key))).toEqual([]);
  });

  it("asks in them only for what comes with them", () => {
    const empty = needed.flatMap(({ key, params }) =>
      holesIn(texts.get(key) ?? "")
        .filter((hole) => !params.includes(hole))
        .map((hole) => `${key} asks for ${hole}`),
    );
    expect([...new Set(empty)]).toEqual([]);
  });

  it("writes each refusal out, with its figures and moments as people write them", () => {
    const odd = ofRefusals.filter(({ key, sample }) => {
      const [namespace = "", own = ""] = key.split(":");
      const said = text(language, namespace, own, sample);
      return said === own || /\{\{|\$t\(|undefined|\[object|\d{4}-\d\d-\d\dT/.test(said);
    });
    expect(odd.map(({ key }) => key)).toEqual([]);
  });

  it("has every plural form that its language asks", () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const plural = new Set([...texts.keys()].filter((key) => key !== withoutPlural(key)).map(withoutPlural));
    const missing = [...plural].flatMap((key) =>
      pluralCategories.map((form) => `${key}_${form}`).filter((one) => !texts.has(one)),
    );
    expect(missing).toEqual([]);
  });
});

describe("all languages", () => {
  const english = textsOf("en");

  it.each(languages)("have the same keys: %s", (language) => {
    const keys = (of: string) => [...new Set([...textsOf(of).keys()].map(withoutPlural))].sort();
    expect(keys(language)).toEqual(keys("en"));
  });

  it.each(languages)("fill in the same names: %s", (language) => {
    const differing = [...textsOf(language)].filter(([key, value]) => {
      const same = english.get(key) ?? english.get(`${withoutPlural(key)}_other`) ?? "";
      return holesIn(value).sort().join() !== holesIn(same).sort().join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});

describe("no text without use", () => {
  const code = sourcesOf("{services,shared,web/src}/**/*.{ts,tsx}").filter(({ path }) => !isSpec(path));
  const texts = textsOf("en");
  const asked = askedIn(code, texts);
  const demanded = new Set(needed.map(({ key }) => key));

  it("each is asked for in the code, or by a code of the contracts", () => {
    expect([...texts.keys()].filter((key) => !demanded.has(key) && !isAsked(key, asked))).toEqual([]);
  });

  it("sees one that is not", () => {
    const hole = "$" + "{x}";
    const source = {
      path: "a.tsx",
      text: `t("form.send"); say(\`missions:states.${hole}\`); t(\`${hole}.${hole}\`);`,
    };
    const known = askedIn([source], new Map([["web:x", "in $t(missions:entryStates.{{state}})"]]));
    const grouped = askedIn(
      [{ path: "a.tsx", text: `const kind = "kinds"; say(\`${hole}:${hole}.${hole}\`)` }],
      new Map(),
    );
    expect(isAsked("web:kinds.big", grouped)).toBe(true);
    expect(isAsked("web:sorts.big", grouped)).toBe(false);
    const keys = ["web:form.send", "missions:states.open", "missions:entryStates.waiting"];
    expect(keys.filter((key) => !isAsked(key, known))).toEqual([]);
    expect(["web:form.gone", "missions:titles.open", "web:a"].some((key) => isAsked(key, known))).toBe(false);
  });
});
