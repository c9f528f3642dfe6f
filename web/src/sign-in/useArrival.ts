import { useNavigate, useRouter } from "@tanstack/react-router";
import { mayTake } from "../app/may.ts";
import { officeStart, pagesFor } from "../app/office.ts";
import { ask, queryClient } from "../app/queries.ts";
import { forgetAnswers, type Session } from "../app/session.ts";

/** Where somebody goes who has signed in: to where they were going, or else to where they work. */
export function useArrival() {
  const navigate = useNavigate();
  const router = useRouter();
  return async (back: string | undefined) => {
    await forgetAnswers("entered");
    await router.invalidate();
    const session = await queryClient.fetchQuery(ask("GET /session", {}));
    const wanted = back ?? "/";
    if (session.secondFactor === "needed")
      return navigate({ to: "/sign-in/second-factor", search: { back: wanted }, replace: true });
    if (session.secondFactor === "to-set-up") return navigate({ to: "/account", replace: true });
    // The office works in its own pages, wherever on the public site it signed in.
    const toOffice = pagesFor(session).length > 0 && !/^\/(admin|account)(\/|$)/.test(wanted);
    await navigate({ href: toOffice ? officeOf(wanted, session) : wanted, replace: true });
  };
}

/** Who signed in at a mission sees that mission. */
function officeOf(path: string, session: Session): string {
  const mission = /^\/\w+\/missions\/([a-z0-9-]+)$/.exec(path)?.[1];
  const sees = mission && mayTake(session, "GET /missions/:mission/entries");
  return sees ? `/admin/missions/${mission}` : officeStart(session);
}
