import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { instant } from "../app/format.ts";
import { may, mayTake } from "../app/may.ts";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { type Person, useSession } from "../app/session.ts";
import { Asked } from "./Asked.tsx";
import { ClaimForm } from "./ClaimForm.tsx";
import { Confirm } from "./Confirm.tsx";
import { EntryState } from "./EntryState.tsx";
import type { MissionDetail } from "./MissionFacts.tsx";
import { Trouble } from "./Trouble.tsx";
import { Waiting } from "./Waiting.tsx";

/** What this reader can do about the seats of a mission. */
export function SignUp({ mission }: { mission: MissionDetail }) {
  const { t } = useTranslation(["web", "missions"]);
  const session = useSession();
  if (!session) return <Waiting />;
  if (mayTake(session, "GET /missions/:mission/entries")) {
    return (
      <p>
        <Link to="/admin/missions/$id" params={{ id: mission.id }}>
          {t("missions:sign-up.office")}
        </Link>
      </p>
    );
  }
  if (session.person && mayTake(session, "POST /missions/:mission/claims"))
    return <OwnCompany mission={mission} person={session.person} />;
  if (session.person) return <p>{t("missions:sign-up.members-only")}</p>;
  return (
    <div className="stack">
      <WhyNot mission={mission} />
      {mission.state === "open" && (
        <>
          <p>{t("missions:sign-up.who")}</p>
          <Link to="/sign-in" search={{ back: location.pathname }}>
            {t("missions:sign-up.sign-in")}
          </Link>
        </>
      )}
    </div>
  );
}

function OwnCompany({ mission, person }: { mission: MissionDetail; person: Person }) {
  const { t } = useTranslation(["web", "missions"]);
  const own = useAsk("GET /missions/:mission/entries/:company", {
    mission: mission.id,
    company: person.organisation,
  });
  return (
    <div className="stack">
      <p>{t("missions:sign-up.for", { company: person.organisationName })}</p>
      <Asked of={own}>{(own) => <Entry mission={mission} own={own} company={person.organisation} />}</Asked>
    </div>
  );
}

type Own = Out<"GET /missions/:mission/entries/:company">;
type EntryProps = { mission: MissionDetail; company: string; own: Own };

function Entry({ mission, company, own }: EntryProps) {
  const { entry } = own;
  const { t } = useTranslation(["web", "missions"]);
  const [justGone, setJustGone] = useState(false);
  const renew = async () => {
    await refresh(`/api/missions/${mission.id}`);
    focusOn("own-entry");
  };
  const withdraw = useStep("POST /missions/:mission/withdrawals", () => {
    setJustGone(false);
    return renew();
  });
  const free = mission.capacity - mission.taken;
  const held = entry?.state === "confirmed" || entry?.state === "waiting" ? entry : undefined;
  return (
    <>
      <div role="status" className="stack" id="own-entry" tabIndex={-1}>
        {justGone && entry?.state === "waiting" && <p>{t("missions:sign-up.just-gone")}</p>}
        {entry && <EntryState entry={entry} />}
      </div>
      {held?.state === "waiting" && <p className="quiet small">{t("missions:sign-up.rule")}</p>}
      {may(own, "claim") && (
        <ClaimForm
          mission={mission.id}
          company={company}
          capacity={mission.capacity}
          free={free}
          whenWaiting={{
            words: t("missions:sign-up.will-wait", { free }),
            claim: t("missions:sign-up.claim-wait"),
          }}
          onDone={({ state }, fitted) => {
            setJustGone(fitted && state === "waiting");
            return renew();
          }}
        />
      )}
      {held && may(entry, "withdraw") && (
        <Confirm
          ask={t("missions:sign-up.withdraw")}
          consequence={
            held.state === "confirmed"
              ? t("missions:sign-up.consequence", { count: held.seats })
              : t("missions:sign-up.lose-place")
          }
          yes={t("missions:sign-up.withdraw-sure")}
          busy={withdraw.isPending}
          onYes={() => withdraw.mutate({ mission: mission.id, company })}
        />
      )}
      {withdraw.error && <Trouble problem={withdraw.error} />}
      {held && may(entry, "withdraw") && <RevokeLinks mission={mission.id} company={company} />}
    </>
  );
}

/** When a letter was passed on: by its link whoever has it can withdraw. */
function RevokeLinks({ mission, company }: { mission: string; company: string }) {
  const { t } = useTranslation("missions");
  const revoke = useStep("DELETE /missions/:mission/entries/:company/seat-links");
  if (revoke.isSuccess) return <p role="status">{t("seat-link.revoked")}</p>;
  return (
    <>
      <Confirm
        ask={t("seat-link.revoke")}
        consequence={t("seat-link.revoke-consequence")}
        yes={t("seat-link.revoke-sure")}
        busy={revoke.isPending}
        onYes={() => revoke.mutate({ mission, company })}
      />
      {revoke.error && <Trouble problem={revoke.error} />}
    </>
  );
}

function WhyNot({ mission: { state, signUpOpensAt, signUpClosesAt } }: { mission: MissionDetail }) {
  const { t, i18n } = useTranslation(["web", "missions"]);
  if (state === "planned")
    return <p>{t("missions:sign-up.from", { at: instant(signUpOpensAt, i18n.language) })}</p>;
  if (state === "closed")
    return <p>{t("missions:sign-up.closed", { at: instant(signUpClosesAt, i18n.language) })}</p>;
  if (state === "cancelled") return <p>{t("missions:sign-up.cancelled")}</p>;
  return null;
}
