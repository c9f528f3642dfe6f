import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { pagesFor } from "../app/office.ts";
import { useSession } from "../app/session.ts";
import { isLetterKey, useKeysOn } from "./keys.ts";
import { pageLetters } from "./letters.ts";

const waitsMs = 1500;

/** g and a letter lead to a page of the office. The letter does then nothing else, whatever it does on this page. */
export function useGoTo(onGone: () => void): void {
  const navigate = useNavigate();
  const session = useSession();
  const [on] = useKeysOn();
  const gone = useRef(onGone);
  gone.current = onGone;
  useEffect(() => {
    if (!on) return;
    let askedAt = -waitsMs;
    const onKey = (event: KeyboardEvent) => {
      if (!isLetterKey(event)) return;
      const isAsked = event.timeStamp - askedAt < waitsMs;
      askedAt = !isAsked && event.key === "g" ? event.timeStamp : -waitsMs;
      if (!isAsked) return;
      event.stopImmediatePropagation();
      const page = pagesFor(session).find(({ to }) => pageLetters[to] === event.key);
      if (!page) return;
      gone.current();
      void navigate({ to: page.to });
    };
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [on, session, navigate]);
}
