import { useNavigate, useRouter } from "@tanstack/react-router";
import { ask, queryClient } from "../app/queries.ts";
import { forgetAnswers } from "../app/session.ts";
import { arrivalOf } from "./arrival.ts";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** They came for their second factor from a provider that told of one alone. */
    oneFactor?: boolean;
  }
}

/** Where somebody goes who has signed in: to where they were going, or else to where they work. */
export function useArrival() {
  const navigate = useNavigate();
  const router = useRouter();
  return async (back: string | undefined, isProving = false) => {
    await forgetAnswers("entered");
    await router.invalidate();
    const session = await queryClient.fetchQuery(ask("GET /session", {}));
    const wanted = back ?? "/";
    const first = { search: { back: wanted }, replace: true };
    if (session.secondFactor === "needed" || (session.secondFactor && isProving))
      return navigate({ to: "/sign-in/second-factor", ...first, state: { oneFactor: isProving } });
    if (session.secondFactor === "to-set-up") return navigate({ to: "/account", ...first });
    await navigate({ href: arrivalOf(wanted, session), replace: true });
  };
}
