import { useAsk } from "../app/queries.ts";
import type { Answers, Field } from "../registration/answers.ts";
import { allSections, isIn, type Section, sections } from "../registration/sections.ts";

const inOrder = allSections.flatMap((section): readonly Field[] => sections[section]);

/** All that the form of a country asks, answered or not, and what was answered besides; in the order of the form. */
export function useFields(answers: Answers | null | undefined): Field[] {
  const country = answers?.country;
  const form = useAsk("GET /registration-form", { country: country ?? "" }, country !== undefined);
  const asked = new Set(form.data?.fields.map(({ field }) => field));
  return answers ? inOrder.filter((field) => asked.has(field) || answers[field] !== undefined) : [];
}

type PartOfForm = { section: Section; fields: Field[] };

/** The same by the parts of the form; one of which nothing is there is left out. */
export const bySection = (fields: Field[]): PartOfForm[] =>
  allSections
    .map((section) => ({ section, fields: fields.filter(isIn(section)) }))
    .filter((part) => part.fields.length > 0);
