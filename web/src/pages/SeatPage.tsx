import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { carryLink, type Out, type Problem } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { inLanguage } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { may } from "../app/may.ts";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { useHash } from "../parts/address-hash.ts";
import { Confirm } from "../parts/Confirm.tsx";
import { EntryState } from "../parts/EntryState.tsx";
import { useWithDelegates } from "../parts/giving-back.ts";
import { MissionFacts } from "../parts/MissionFacts.tsx";
import { freeIn } from "../parts/missions.ts";
import { Page, Part } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { WhyWaiting } from "../parts/WhyWaiting.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";

type SeatLink = { mission: string; link: string };

const form = /^#([a-z0-9][a-z0-9-]{2,63})\.([a-z0-9-]{3,64})\.([A-Za-z0-9_-]{43})$/;

/** What stands after the # of a letter's link, which no server sees. */
function useSeatLink(): SeatLink | undefined {
  const hash = useHash();
  return useMemo(() => {
    const [, mission, link, secret] = form.exec(hash) ?? [];
    if (!mission || !link || !secret) return undefined;
    carryLink(link, secret);
    return { mission, link };
  }, [hash]);
}

/** Where a letter about seats leads: opening it changes nothing, since programs that look at mail open links too. */
export function SeatPage() {
  const { t } = useTranslation("missions");
  const link = useSeatLink();
  return (
    <PlainShell>
      <Page title={t("seat-link.title")}>{link ? <ByLink key={link.link} link={link} /> : <DeadLink />}</Page>
    </PlainShell>
  );
}

const opensNothing = ({ mayRepeat, status }: Problem) => !mayRepeat && status < 500;

function ByLink({ link }: { link: SeatLink }) {
  const { t } = useTranslation("missions");
  const entry = useAsk("GET /missions/:mission/seat-links/:link", link);
  const mission = useAsk("GET /missions/:id", { id: link.mission });
  useLive(`/api/missions/${link.mission}`, `/api/missions/${link.mission}/seat-links/${link.link}`);
  if (entry.error && opensNothing(entry.error)) return <DeadLink />;
  return (
    <Asked of={mission}>
      {(found) => (
        <div className="columns">
          <Asked of={entry}>{(own) => <Own link={link} entry={own} mission={found} />}</Asked>
          <Part title={t("seat-link.facts")}>
            <MissionFacts mission={found} />
          </Part>
        </div>
      )}
    </Asked>
  );
}

type Entry = Out<"GET /missions/:mission/seat-links/:link">;
type OwnProps = { link: SeatLink; entry: Entry; mission: Out<"GET /missions/:id"> };

function Own({ link, entry, mission }: OwnProps) {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const withdraw = useStep("POST /missions/:mission/seat-links/:link/withdrawal", async () => {
    await refresh(`/api/missions/${link.mission}`);
    focusOn("own-entry");
  });
  const withDelegates = useWithDelegates();
  const { state, seats, named, companyName: company } = entry;
  const title = inLanguage(mission.title, i18n.language);
  const waits = state === "waiting";
  const stood = state === "confirmed" || waits;
  return (
    <div className="stack">
      <p>{t("missions:seat-link.for", { company, mission: title })}</p>
      <div role="status" className="stack" id="own-entry" tabIndex={-1}>
        <EntryState entry={entry} />
        {withdraw.isSuccess && <p>{t("missions:seat-link.done")}</p>}
      </div>
      {waits && <WhyWaiting entry={entry} free={freeIn(mission)} />}
      {may(entry, "withdraw") && (
        <Confirm
          ask={t(waits ? "missions:seat-link.leave" : "missions:seat-link.withdraw")}
          consequence={
            waits
              ? t("missions:sign-up.lose-place")
              : withDelegates(t("missions:sign-up.consequence", { count: seats }), named)
          }
          yes={t(waits ? "missions:seat-link.leave-sure" : "missions:seat-link.withdraw-sure")}
          busy={withdraw.isPending}
          onYes={() => withdraw.mutate(link)}
        />
      )}
      {stood && !may(entry, "withdraw") && <p>{t("missions:refusals.over")}</p>}
      {withdraw.error && <Trouble problem={withdraw.error} />}
    </div>
  );
}

/** Revoked, of a mission that is long over, or not copied whole. */
function DeadLink() {
  const { t } = useTranslation("missions");
  return (
    <div className="stack" role="alert">
      <p>
        <strong>{t("seat-link.dead")}</strong>
      </p>
      <p>{t("seat-link.dead-why")}</p>
      <p>
        <Link to="/sign-in">{t("seat-link.sign-in")}</Link>
      </p>
    </div>
  );
}
