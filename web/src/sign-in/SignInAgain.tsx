import type { Session } from "../app/session.ts";
import { useStepUpAsked } from "../app/step-up.ts";
import { SessionEnded } from "./SessionEnded.tsx";
import { StepUp } from "./StepUp.tsx";
import { useComingBack } from "./useComingBack.ts";

/** What stands in place of a page until its reader is back. */
export default function SignInAgain({ awaited }: { awaited: Session | undefined }) {
  return awaited ? <Awaiting reader={awaited} /> : <StepUp />;
}

/** A step that waits for the second factor goes on asking it of whoever has signed in again without one. */
function Awaiting({ reader }: { reader: Session }) {
  const { until, now } = useComingBack(reader);
  const asked = useStepUpAsked();
  return asked && now?.secondFactor ? <StepUp /> : <SessionEnded reader={reader} until={until} now={now} />;
}
