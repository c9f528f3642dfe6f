import { asksNuts } from "#shared/codes/registration-area.ts";
import { type Answers, answerFields, type Field } from "./answers.ts";
import { regionsOf } from "./codes.ts";

/** Asked of everyone, in the order of the form. */
const common = [
  "country",
  "kind",
  "name",
  "legalForm",
  "website",
  "englishWebsite",
  "members",
  "teamHundredths",
  "recognisedBy",
  "ecosystems",
  "summary",
  "offers",
  "seeks",
  "language",
  "contactName",
  "contactEmail",
  "contactRole",
  "contactLanguage",
  "declaration",
] as const satisfies Field[];

const optional: Field[] = ["recognisedBy", "offers", "seeks", "vatNumber"];

/**
 * Countries of the EU and its single market programme are asked other identifiers than the rest of the world. Some, such as
 * Hong Kong, have no subdivisions: a question without choices is not asked.
 */
export function fieldsFor(country: string): { field: Field; required: boolean }[] {
  const own: Field[] = asksNuts(country) ? ["nutsRegion", "vatNumber"] : ["subdivision", "registerNumber"];
  const asked = regionsOf(country).length ? own : own.slice(1);
  const fields: Field[] = ["country", "kind", ...asked, ...common.slice(2)];
  return fields.map((field) => ({ field, required: !optional.includes(field) }));
}

/** The first answer that this country is not asked for. */
export function fieldNotAsked(country: string, answers: Record<string, unknown>): Field | undefined {
  const asked = new Set<string>(fieldsFor(country).map(({ field }) => field));
  return Object.keys(answers).find((field): field is Field => field in answerFields && !asked.has(field));
}

/** Required answers that are not there yet; a declaration that is not made counts as missing. */
export function missingFields(answers: Answers): Field[] {
  if (!answers.country) return ["country"];
  return fieldsFor(answers.country)
    .filter(({ field, required }) => required && !isAnswered(answers, field))
    .map(({ field }) => field);
}

function isAnswered(answers: Answers, field: Field): boolean {
  const answer = answers[field];
  if (field === "declaration") return answer === true;
  if (field === "ecosystems") return Array.isArray(answer) && answer.length > 0;
  return answer !== undefined && answer !== null;
}
