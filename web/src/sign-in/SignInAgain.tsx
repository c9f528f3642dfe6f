import type { Session } from "../app/session.ts";
import { SessionEnded } from "./SessionEnded.tsx";
import { StepUp } from "./StepUp.tsx";

/** What stands in place of a page until its reader is back. */
export default function SignInAgain({ awaited }: { awaited: Session | undefined }) {
  return awaited ? <SessionEnded reader={awaited} /> : <StepUp />;
}
