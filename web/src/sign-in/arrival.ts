import { mayTake } from "../app/may.ts";
import { officeStart, pagesFor } from "../app/office.ts";
import type { Session } from "../app/session.ts";

/** To the page where they signed in; but whoever came in by the front door, or by one for companies, works in the office. */
export function arrivalOf(wanted: string, session: Session): string {
  if (!pagesFor(session).length) return wanted;
  const [path = "/"] = wanted.split(/[?#]/);
  const mission = /^\/\w\w\/missions\/([a-z0-9-]+)(\/|$)/.exec(path)?.[1];
  if (mission && mayTake(session, "GET /missions/:mission/entries")) return `/admin/missions/${mission}`;
  const isDoor = /^\/(\w\w)?\/?$/.test(path);
  const isOfCompanies = /^\/\w\w\/(me|missions\/[^/]+\/sign-up)(\/|$)/.test(path);
  return isDoor || (isOfCompanies && !mayTake(session, "GET /entries")) ? officeStart(session) : wanted;
}
