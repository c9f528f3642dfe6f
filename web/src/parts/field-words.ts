import type { Problem } from "../app/api.ts";
import { useWords } from "../app/words.ts";

/** What is wrong with one field of what was sent, when the portal refused it. */
export function useFieldWords() {
  const { ofField } = useWords();
  return (problem: Problem | null, field: string): string | undefined => {
    const fault = problem?.errors.find(({ pointer }) => pointer.split("/")[1] === field);
    return fault && ofField(fault);
  };
}
