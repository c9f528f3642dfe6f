import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { may, mayTake } from "../app/may.ts";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { type Person, useSession } from "../app/session.ts";
import { Asked } from "./Asked.tsx";
import { ChangeSeats } from "./ChangeSeats.tsx";
import { Confirm } from "./Confirm.tsx";
import { EntryMoves } from "./EntryMoves.tsx";
import { EntryState } from "./EntryState.tsx";
import { useWithDelegates } from "./giving-back.ts";
import { InPlace } from "./InPlace.tsx";
import type { MissionDetail } from "./MissionFacts.tsx";
import { freeIn, mostFor } from "./missions.ts";
import { ToDelegates } from "./ToDelegates.tsx";
import { Trouble } from "./Trouble.tsx";
import { Waiting } from "./Waiting.tsx";
import { WhyNot } from "./WhyNot.tsx";
import { WhyWaiting } from "./WhyWaiting.tsx";

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
  const renew = async () => {
    await refresh(`/api/missions/${mission.id}`);
    focusOn("own-entry");
  };
  const withdraw = useStep("POST /missions/:mission/withdrawals", renew);
  const withDelegates = useWithDelegates();
  const stands = entry?.state === "confirmed" || entry?.state === "waiting" ? entry : undefined;
  return (
    <>
      <div role="status" className="stack" id="own-entry" tabIndex={-1}>
        {entry && <EntryState entry={entry} />}
      </div>
      {stands?.state === "confirmed" && <ToDelegates mission={mission.id} />}
      {stands?.state === "waiting" && <WhyWaiting entry={stands} free={freeIn(mission)} />}
      {stands && stands.moves > 0 && <EntryMoves mission={mission.id} company={company} />}
      {may(own, "claim") && <Begin mission={mission} company={company} />}
      {stands && may(stands, "change") && mostFor(mission, stands) > 1 && (
        <InPlace ask={t("missions:entry.change.ask")} about="">
          {(close) => (
            <ChangeSeats
              mission={mission}
              entry={stands}
              close={close}
              onDone={() => {
                close();
                return renew();
              }}
            />
          )}
        </InPlace>
      )}
      {stands && may(stands, "withdraw") && (
        <Confirm
          ask={t("missions:sign-up.withdraw")}
          consequence={
            stands.state === "waiting"
              ? t("missions:sign-up.lose-place")
              : withDelegates(
                  mission.waiting
                    ? t("missions:sign-up.consequence", { count: stands.seats })
                    : t("missions:sign-up.nobody-waits"),
                  stands.named,
                )
          }
          yes={t("missions:sign-up.withdraw-sure")}
          busy={withdraw.isPending}
          onYes={() => withdraw.mutate({ mission: mission.id, company })}
        />
      )}
      {withdraw.error && <Trouble problem={withdraw.error} />}
      {stands && may(stands, "withdraw") && <RevokeLinks mission={mission.id} company={company} />}
    </>
  );
}

/** The way to sign up, or back to what was begun. */
function Begin({ mission, company }: { mission: MissionDetail; company: string }) {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const held = useAsk("GET /missions/:mission/holds/:company", { mission: mission.id, company });
  const params = { lang: i18n.language, id: mission.id };
  return (
    <Asked of={held}>
      {({ hold }) =>
        hold ? (
          <>
            <p>{t("missions:entry.held", { seats: t("missions:seats", { count: hold.seats }) })}</p>
            <Link
              className="act"
              to="/$lang/missions/$id/sign-up/{-$step}"
              params={{ ...params, step: "check" }}
              search={{ seats: hold.asked, least: hold.least, held: true }}
            >
              {t("missions:entry.go-on")}
            </Link>
          </>
        ) : (
          <Link
            className="act"
            to="/$lang/missions/$id/sign-up/{-$step}"
            params={{ ...params, step: undefined }}
          >
            {t("missions:entry.to")}
          </Link>
        )
      }
    </Asked>
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
