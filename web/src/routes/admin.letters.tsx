import { createFileRoute } from "@tanstack/react-router";
import { type LetterState, letterStates } from "../app/letter-states.ts";
import { LettersPage } from "../pages/LettersPage.tsx";

export const Route = createFileRoute("/admin/letters")({
  validateSearch: ({ state }): { state?: LetterState } =>
    letterStates.includes(state as LetterState) ? { state: state as LetterState } : {},
  component: LettersPage,
});
