import { useWords } from "../app/words.ts";
import { refusedNow } from "./draft.ts";
import { type Asked, isMissing } from "./sections.ts";
import type { useDraft } from "./useDraft.ts";
import { useFieldNames } from "./useFieldNames.ts";

/** Why an answer will not do as it stands: it was refused, or there is none. Nothing of what is being written. */
export function useWhys({ draft, writing }: ReturnType<typeof useDraft>) {
  const words = useWords();
  const { say } = words;
  const { nameOf } = useFieldNames();
  return {
    refused: ({ field }: Asked): string | undefined =>
      field !== writing && refusedNow(draft).includes(field) ? draft.refused[field]?.why(words) : undefined,
    missing: (asked: Asked): string | undefined =>
      asked.field !== writing && isMissing(draft.typed, asked)
        ? say([`partnerships:missing.${asked.field}`, "kernel:errors.required"])
        : undefined,
    labelOf: nameOf,
  };
}
