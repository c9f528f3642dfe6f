import type { Field } from "./answers.ts";

/** The form in its order. What a country does not ask is left out; the server says what it asks. */
export const groups = {
  place: ["country", "nutsRegion", "subdivision", "vatNumber", "registerNumber"],
  organisation: ["name", "legalForm", "website", "englishWebsite", "recognisedBy"],
  members: ["members", "teamHundredths"],
  profile: ["ecosystems", "summary", "language"],
  cooperation: ["offers", "seeks"],
  contact: ["contactName", "contactEmail", "contactRole", "contactLanguage"],
  declaration: ["declaration"],
} as const satisfies Record<string, Field[]>;

export type Group = keyof typeof groups;

/** Languages a cluster may write in, BCP 47. */
export const written = [
  "ar",
  "bg",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "es",
  "et",
  "fi",
  "fr",
  "ga",
  "he",
  "hi",
  "hr",
  "hu",
  "is",
  "it",
  "ja",
  "ko",
  "lt",
  "lv",
  "mt",
  "nb",
  "nl",
  "pl",
  "pt",
  "ro",
  "sk",
  "sl",
  "sr",
  "sv",
  "th",
  "tr",
  "uk",
  "vi",
  "zh",
];
