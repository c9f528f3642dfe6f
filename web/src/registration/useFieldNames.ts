import { useWords } from "../app/words.ts";
import type { Field } from "./answers.ts";
import { type Section, sectionOf } from "./sections.ts";

/** What the parts of the form and their questions are called. */
export function useFieldNames() {
  const { say } = useWords();
  const nameOfSection = (section: Section) => say(`partnerships:sections.${section}`);
  const nameOf = (field: Field) =>
    field === "declaration" ? nameOfSection("declaration") : say(`partnerships:fields.${field}`);
  return {
    nameOfSection,
    nameOf,
    /** A bare "Name" says less alone than in its part of the form. */
    fullNameOf(field: Field): string {
      const [part, name] = [nameOfSection(sectionOf(field)), nameOf(field)];
      return part === name ? name : `${part}${say("web:colon")} ${name}`;
    },
  };
}
