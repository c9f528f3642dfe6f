import { type Asked, allSections, askedIn, type Section } from "./sections.ts";
import type { useProgress } from "./useProgress.ts";

/** Of the parts that have to be filled in, how many are. One that may stay empty holds nobody up. */
export function readyOf(fields: Asked[], progress: ReturnType<typeof useProgress>) {
  const isRequired = (section: Section) => askedIn(section, fields).some(({ required }) => required);
  const parts = allSections.filter(isRequired);
  return { count: parts.filter((section) => progress(section) === "done").length, of: parts.length };
}
