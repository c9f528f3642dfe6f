import type { sections as known } from "#services/partnerships/registrations/sections.ts";
import { type Field, meant, type TypedAnswers } from "./answers.ts";

/** The form in its nine sections, as the server has them too. What a country does not ask is left out; the server says what it asks. */
export const sections = {
  country: ["country", "kind"],
  organisation: ["name", "legalForm", "vatNumber", "registerNumber", "website"],
  contact: ["contactName", "contactEmail", "contactRole", "contactLanguage"],
  members: ["members"],
  team: ["teamHundredths", "englishWebsite"],
  recognition: ["recognisedBy"],
  sectors: ["nutsRegion", "subdivision", "ecosystems"],
  cooperation: ["summary", "language", "offers", "seeks"],
  declaration: ["declaration"],
} as const satisfies typeof known;

export type Section = keyof typeof sections;
export const allSections = Object.keys(sections) as Section[];

export const isSection = (word: string): word is Section => Object.hasOwn(sections, word);

/** Every field stands in one of them: one that does not would be asked for nowhere. */
type Placed = (typeof sections)[Section][number];

export const sectionOf = (field: Placed): Section => allSections.find((section) => isIn(section)(field))!;

export const isIn =
  (section: Section) =>
  (field: Field): boolean =>
    (sections[section] as readonly Field[]).includes(field);

export type Asked = { field: Field; required: boolean };

/** Of what is asked, the part of one section, in its order. */
export const askedIn = (section: Section, fields: Asked[]): Asked[] =>
  sections[section].flatMap((field) => fields.find((one) => one.field === field) ?? []);

/** A declaration that is not made is no answer. */
const isAnswered = (typed: TypedAnswers, field: Field): boolean => {
  const answer = meant(field, typed[field]);
  return answer !== undefined && !(field === "declaration" && answer === false);
};

export const isMissing = (typed: TypedAnswers, { field, required }: Asked): boolean =>
  required && !isAnswered(typed, field);

/** Filled in for whoever begins, by the language in which they read. */
const given: Field[] = ["language", "contactLanguage"];

export type Progress = "done" | "begun" | "open" | "optional";

/** How far a section has come. One that asks nothing that is required is never still to be done. */
export function progressOf(section: Section, fields: Asked[], typed: TypedAnswers): Progress {
  const asked = askedIn(section, fields);
  const any = asked.some(({ field }) => !given.includes(field) && isAnswered(typed, field));
  if (asked.some((one) => isMissing(typed, one))) return any ? "begun" : "open";
  return any ? "done" : "optional";
}

/** Languages a cluster may write in, BCP 47. */
export const written = [
  "ar",
  "be",
  "bg",
  "bn",
  "bs",
  "ca",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "es",
  "et",
  "eu",
  "fa",
  "fi",
  "fr",
  "ga",
  "gl",
  "he",
  "hi",
  "hr",
  "hu",
  "id",
  "is",
  "it",
  "ja",
  "ko",
  "lt",
  "lv",
  "mk",
  "ms",
  "mt",
  "nb",
  "nl",
  "pl",
  "pt",
  "ro",
  "sk",
  "sl",
  "sq",
  "sr",
  "sv",
  "th",
  "tr",
  "uk",
  "ur",
  "vi",
  "zh",
];
