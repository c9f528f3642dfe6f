import { mayTake } from "./may.ts";
import type { Session } from "./session.ts";

/** The pages of the office, each for whoever may get what stands there. */
const pages = [
  { to: "/admin", text: "nav.queue", route: "GET /queue" },
  { to: "/admin/review", text: "nav.review", route: "GET /registrations" },
  { to: "/admin/missions", text: "nav.missions", route: "GET /missions/:mission/entries" },
  { to: "/admin/organisations", text: "identity:colleagues.nav", route: "GET /organisations" },
  { to: "/admin/letters", text: "nav.letters", route: "GET /letters" },
  { to: "/admin/people", text: "identity:people.nav", route: "GET /people" },
  { to: "/admin/erasures", text: "identity:erasures.nav", route: "GET /erasures" },
  { to: "/admin/access", text: "identity:access.nav", route: "GET /access" },
  { to: "/admin/settings", text: "nav.settings", route: "GET /settings" },
] as const;

/** What everyone may see of themselves: it makes nobody one of the office, and stands there for who is. */
const ofEveryone = [
  { to: "/admin/changes", text: "identity:changes.nav" },
  { to: "/admin/audit", text: "identity:audit.nav" },
] as const;

export type OfficePage = (typeof pages | typeof ofEveryone)[number];

export function pagesFor(session: Session | undefined) {
  const own = pages.filter(({ route }) => mayTake(session, route));
  return own.length ? [...own, ...ofEveryone] : [];
}

/** Where someone of the office begins; whoever is not learns there that it is not theirs. */
export const officeStart = (session: Session | undefined) => pagesFor(session)[0]?.to ?? "/admin/review";
