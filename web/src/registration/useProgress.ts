import { refusedNow } from "./draft.ts";
import { useRegistration } from "./registration.ts";
import { askedIn, type Progress, progressOf, type Section } from "./sections.ts";

/** How far a section has come, or that something in it was refused. */
export function useProgress(): (section: Section) => Progress | "wrong" {
  const { kept, form } = useRegistration();
  const refused = new Set(refusedNow(kept.draft));
  return (section) =>
    askedIn(section, form.fields).some(({ field }) => refused.has(field))
      ? "wrong"
      : progressOf(section, form.fields, kept.draft.typed);
}
