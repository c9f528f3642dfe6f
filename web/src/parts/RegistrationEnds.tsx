import { useStep } from "../app/queries.ts";
import { FinalStep, type FinalWords } from "./FinalStep.tsx";

type Props = { id: string; words: FinalWords; onDone: () => unknown };

/** For the cluster itself, by its link, and for the office that it has asked. */
export function EraseRegistration({ id, words, onDone }: Props) {
  return <FinalStep words={words} id={id} step={useStep("POST /registrations/:id/erasure", onDone)} />;
}

/** The same of its public page alone. */
export function TakeDownPage({ id, words, onDone }: Props) {
  return <FinalStep words={words} id={id} step={useStep("DELETE /registrations/:id/page", onDone)} />;
}

/** What the cluster sent becomes its draft again. */
export function WithdrawRegistration({ id, words, onDone }: Props) {
  return <FinalStep words={words} id={id} step={useStep("POST /registrations/:id/withdrawal", onDone)} />;
}
