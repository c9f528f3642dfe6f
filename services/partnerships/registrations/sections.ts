import { Words } from "#shared/contract/schemas.ts";
import type { Field } from "./answers.ts";

/** The form in its nine sections. What a country does not ask is left out. */
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
} as const satisfies Record<string, Field[]>;

/** The country decides what all others ask, and the declaration is made by who sends the registration. */
export const SentSection = () =>
  Words("organisation", "contact", "members", "team", "recognition", "sectors", "cooperation");

export type SentSection = Exclude<keyof typeof sections, "country" | "declaration">;

export const isIn = (section: SentSection, field: string): boolean =>
  (sections[section] as readonly string[]).includes(field);
