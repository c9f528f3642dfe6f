import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { instant } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { useAsk } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { InLanguage } from "../parts/InLanguage.tsx";
import { useMissions } from "../parts/missions.ts";
import { useOwnEntries } from "./entries.ts";
import { useOwnVerdicts, verdictOn, willWait } from "./verdicts.ts";
import "./waits.css";

/** A sign-up that closes in these days is soon. */
const soonMs = 14 * 24 * 60 * 60_000;

/** What the reader waits for, can still do for a while, or has not answered yet. */
export function WaitsForMe() {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const language = i18n.language;
  const entries = useOwnEntries();
  const missions = useMissions();
  const verdicts = useOwnVerdicts();
  const consents = useAsk("GET /account/consents", {});
  useLive("/api/missions");
  const missing = [entries, missions, verdicts, consents].find(({ data }) => data === undefined);
  if (missing) return <Asked<unknown> of={missing}>{() => null}</Asked>;

  const waiting = (entries.data?.rows ?? []).filter(({ state }) => state === "waiting");
  const toName = (entries.data?.rows ?? []).filter(
    ({ state, named, seats, signUpClosesAt }) =>
      state === "confirmed" && named < seats && Date.parse(signUpClosesAt) > Date.now(),
  );
  const isSoon = (closesAt: string) => Date.parse(closesAt) - Date.now() < soonMs;
  const closing = (missions.data?.rows ?? []).filter(
    ({ id, signUpClosesAt }) => verdictOn(verdicts.data, id)?.can && isSoon(signUpClosesAt),
  );
  const isFull = (id: string) => willWait(verdictOn(verdicts.data, id)!);
  const open = (consents.data?.rows ?? []).filter(({ given }) => given === undefined).length;
  if (!waiting.length && !toName.length && !closing.length && !open) return <Nothing />;
  return (
    <ul className="rows">
      {waiting.map(({ mission, title, seats: count, place }) => (
        <OfMission key={mission} kind="on-list" id={mission} title={title}>
          {t("missions:own.on-list", { place, seats: t("missions:seats", { count }) })}
        </OfMission>
      ))}
      {toName.map(({ mission, title, seats, named, signUpClosesAt }) => (
        <OfMission key={mission} kind="delegates" id={mission} title={title} step="delegates">
          {t("missions:own.name-delegates", {
            count: seats - named,
            at: instant(signUpClosesAt, language),
          })}
        </OfMission>
      ))}
      {closing.map(({ id, title, signUpClosesAt }) => (
        <OfMission key={id} kind="closing" id={id} title={title}>
          {t(isFull(id) ? "missions:own.closing-wait" : "missions:own.closing", {
            at: instant(signUpClosesAt, language),
          })}
        </OfMission>
      ))}
      {open > 0 && (
        <li className="waits-row" data-waits="consents">
          <Link to="/account">{t("missions:own.answer")}</Link>
          <span>{t("missions:own.consents", { count: open })}</span>
        </li>
      )}
    </ul>
  );
}

type OfMissionProps = {
  kind: string;
  id: string;
  title: Record<string, string>;
  /** Of its sign-up, where that is what waits. */
  step?: string;
  children: ReactNode;
};

function OfMission({ kind, id, title, step, children }: OfMissionProps) {
  const { i18n } = useTranslation();
  return (
    <li className="waits-row" data-waits={kind}>
      <Link
        to={step ? "/$lang/missions/$id/sign-up/{-$step}" : "/$lang/missions/$id"}
        params={{ lang: i18n.language, id, step }}
      >
        <InLanguage of={title} />
      </Link>
      <span>{children}</span>
    </li>
  );
}

function Nothing() {
  const { t, i18n } = useTranslation(["web", "missions"]);
  return (
    <div className="stack">
      <p className="quiet">{t("missions:own.nothing-waits")}</p>
      <Link to="/$lang/missions" params={{ lang: i18n.language }}>
        {t("missions:own.to-missions")}
      </Link>
    </div>
  );
}
