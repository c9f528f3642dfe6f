import { useEffect, useState } from "react";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { forgetHere, goOn, isOther, type Session } from "../app/session.ts";

const keptMs = 15 * 60_000;

/** Until when what `reader` typed is kept, and who has signed in meanwhile: for the reader the page goes on, for others it forgets. */
export function useComingBack(reader: Session) {
  const [until] = useState(() => new Date(Date.now() + keptMs).toISOString());
  const now = useAsk("GET /session", {}).data;
  const actFor = useStep("PUT /session/organisation", () => refresh("/api/session"));
  const { mutate } = actFor;
  useEffect(() => {
    const end = setTimeout(forgetHere, keptMs);
    return () => clearTimeout(end);
  }, []);
  useEffect(() => {
    if (!now?.person) return;
    const { person, organisation } = reader.person!;
    if (now.person.person !== person) void forgetHere();
    else if (now.secondFactor && !reader.secondFactor) return;
    else if (!isOther(now, reader)) goOn(now);
    else if (now.others.some((other) => other.organisation === organisation)) mutate({ organisation });
    else void forgetHere();
  }, [now, reader, mutate]);
  return { until, now };
}
