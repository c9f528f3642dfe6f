import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { type LetterState, letterStates } from "../app/letter-states.ts";
import { LettersPage } from "../pages/LettersPage.tsx";

export const Route = createFileRoute("/admin/letters")({
  validateSearch: ({ state }): { state?: LetterState } =>
    letterStates.includes(state as LetterState) ? { state: state as LetterState } : {},
  loader: texts("mail"),
  component: LettersPage,
});
