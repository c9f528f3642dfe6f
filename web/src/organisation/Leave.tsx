import { useNavigate, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { may } from "../app/may.ts";
import { useStep } from "../app/queries.ts";
import { forgetAnswers } from "../app/session.ts";
import { Confirm } from "../parts/Confirm.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { Organisation } from "./People.tsx";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Name of the organisation that somebody has just left. */
    left?: string;
  }
}

/** Nobody is signed in for it afterwards; whoever belongs to others signs in for one of those. */
export function Leave({ home, person }: { home: Organisation; person: string }) {
  const { t } = useTranslation(["web", "identity"]);
  const navigate = useNavigate();
  const router = useRouter();
  const { organisation, organisationName: name } = home;
  const leave = useStep("POST /people/:person/departures", async () => {
    await navigate({ to: "/sign-in", state: { left: name } });
    await forgetAnswers("left");
    await router.invalidate();
  });
  if (!may(home, "leave")) return <p className="quiet">{t("identity:colleagues.leave-not")}</p>;
  return (
    <div className="stack">
      <Confirm
        ask={t("identity:colleagues.leave")}
        consequence={t("identity:colleagues.leave-consequence", { name })}
        yes={t("identity:colleagues.leave-yes")}
        busy={leave.isPending}
        onYes={() => leave.mutate({ organisation, person })}
      />
      {leave.error && <Trouble problem={leave.error} />}
    </div>
  );
}
