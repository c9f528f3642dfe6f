import { mayTake } from "./may.ts";
import type { Session } from "./session.ts";

/** The pages of the office, each for whoever may get what stands there. */
const pages = [
  { to: "/admin/review", text: "nav.review", route: "GET /registrations" },
  { to: "/admin/missions", text: "nav.missions", route: "GET /missions/:mission/entries" },
  { to: "/admin/letters", text: "nav.letters", route: "GET /letters" },
  { to: "/admin/erasures", text: "identity:erasures.nav", route: "GET /erasures" },
  { to: "/admin/audit", text: "identity:audit.nav", route: "GET /reads" },
  { to: "/admin/settings", text: "nav.settings", route: "GET /settings" },
] as const;

export const pagesFor = (session: Session | undefined) =>
  pages.filter(({ route }) => mayTake(session, route));

/** Where someone of the office begins; whoever is not learns there that it is not theirs. */
export const officeStart = (session: Session | undefined) => pagesFor(session)[0]?.to ?? "/admin/review";
