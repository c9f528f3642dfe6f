import { useNavigate, useRouter } from "@tanstack/react-router";
import { ask, queryClient } from "../app/queries.ts";
import { forgetAnswers, isOfOffice } from "../app/session.ts";

/** Where somebody goes who has signed in: to where they were going, or else to where they work. */
export function useArrival(back: string | undefined) {
  const navigate = useNavigate();
  const router = useRouter();
  return async () => {
    await forgetAnswers();
    await router.invalidate();
    const { person, secondFactor } = await queryClient.fetchQuery(ask("GET /session", {}));
    const wanted = back ?? "/";
    if (secondFactor === "needed")
      return navigate({ to: "/sign-in/second-factor", search: { back: wanted }, replace: true });
    if (secondFactor === "to-set-up") return navigate({ to: "/account", replace: true });
    // The office works in its own pages, wherever on the public site it signed in.
    const toOffice = isOfOffice(person) && !wanted.startsWith("/admin");
    await navigate({ href: toOffice ? officeOf(wanted) : wanted, replace: true });
  };
}

/** Who signed in at a mission sees that mission. */
function officeOf(path: string): string {
  const mission = /^\/\w+\/missions\/([a-z0-9-]+)$/.exec(path)?.[1];
  return mission ? `/admin/missions/${mission}` : "/admin/review";
}
