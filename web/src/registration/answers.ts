import type { Answers, Field } from "#services/partnerships/registrations/answers.ts";

export type { Answers, Field };

/** An answer as it is typed: what is not a number yet must not be lost. */
export type Typed = string | boolean | string[] | Record<string, string> | undefined;
export type TypedAnswers = Partial<Record<Field, Typed>>;

export const memberTypes = ["companies", "knowledge", "publicBodies", "others"] as const;

export function typed(answers: Answers): TypedAnswers {
  return Object.fromEntries(
    Object.entries(answers).map(([field, answer]) => [field, typedOne(field as Field, answer)]),
  );
}

export function typedOne(field: Field, answer: unknown): Typed {
  if (answer === undefined || answer === null) return undefined;
  if (field === "teamHundredths") return String(Number(answer) / 100);
  if (field === "members")
    return Object.fromEntries(Object.entries(answer).map(([type, count]) => [type, String(count)]));
  return answer as Typed;
}

/** The answer that is meant; undefined when there is none; NaN where a number was asked and not given. */
export function meant(field: Field, value: Typed): unknown {
  if (field === "teamHundredths") return hundredths(String(value ?? ""));
  if (field === "members") return counts((value ?? {}) as Record<string, string>);
  if (typeof value === "string") return value.trim() || undefined;
  if (Array.isArray(value)) return value.length ? value : undefined;
  return value;
}

function hundredths(text: string): number | undefined {
  if (!text.trim()) return undefined;
  return Math.round(Number(text.normalize("NFKC").trim().replace(",", ".")) * 100);
}

/** Kinds left open are none of that kind, once one kind is filled in. */
function counts(texts: Record<string, string>): Record<string, number> | undefined {
  const given = memberTypes.map((type) => (texts[type] ?? "").trim());
  if (given.every((text) => text === "")) return undefined;
  return Object.fromEntries(memberTypes.map((type, n) => [type, countIn(given[n]!)]));
}

/** As people write it: "1 200", "1.200" and "１２００" are one number. */
const countIn = (text: string): number =>
  Number(text.normalize("NFKC").replace(/(?<=\d)[\s.,'’](?=\d{3}(?!\d))/g, ""));

export const isCount = (text: string | undefined): boolean =>
  !text?.trim() || (Number.isInteger(countIn(text.trim())) && countIn(text.trim()) >= 0);

/** Numbers that are none cannot be sent: JSON has no word for them. */
export function canBeSent(answer: unknown): boolean {
  if (typeof answer === "number") return Number.isInteger(answer);
  if (typeof answer === "object" && answer !== null) return Object.values(answer).every(canBeSent);
  return true;
}

export const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

const ordered = (value: unknown) =>
  value && typeof value === "object" && !Array.isArray(value) ? Object.entries(value).sort() : value;
