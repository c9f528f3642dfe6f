import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { countryName, days, instant } from "../app/format.ts";
import { shownState } from "./missions.ts";
import { SeatStrip } from "./SeatStrip.tsx";
import { StateTag } from "./StateTag.tsx";
import { zoneName } from "./zones.ts";

export type MissionDetail = Out<"GET /missions/:id">;

/** What there is to know of a mission, the same for public, member and office. */
export function MissionFacts({ mission }: { mission: MissionDetail }) {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const language = i18n.language;
  const { firstDay, lastDay, legs, online, signUpOpensAt, signUpClosesAt } = mission;
  const { minimum, perCompany, partnerNames } = mission;
  return (
    <dl className="facts">
      <dt>{t("missions:mission.state")}</dt>
      <dd>
        <StateTag service="missions" state={shownState(mission)} />
      </dd>
      <dt>{t("missions:mission.when")}</dt>
      <dd>{days(firstDay, lastDay, language)}</dd>
      <dt>{t(online ? "missions:mission.online-with" : "missions:mission.where")}</dt>
      <dd>
        <ul>
          {legs.map((leg) => (
            <li key={`${leg.city} ${leg.firstDay}`}>
              <Stop leg={leg} isWhole={leg.firstDay === firstDay && leg.lastDay === lastDay} />
            </li>
          ))}
        </ul>
        {online && <span className="quiet small">{t("missions:mission.online")}</span>}
      </dd>
      <dt>{t("missions:mission.sign-up")}</dt>
      <dd>
        <ul>
          <li>{t("missions:mission.opens", { at: instant(signUpOpensAt, language) })}</li>
          <li>{t("missions:mission.closes", { at: instant(signUpClosesAt, language) })}</li>
        </ul>
      </dd>
      <dt>{t("missions:mission.seats")}</dt>
      <dd>
        <SeatStrip {...mission} large />
        {minimum > 0 && (
          <span className="quiet small">{t("missions:mission.minimum", { count: minimum })}</span>
        )}
        {perCompany !== undefined && (
          <p className="quiet small">{t("missions:mission.per-company", { count: perCompany })}</p>
        )}
      </dd>
      <dt>{t("missions:mission.partners")}</dt>
      <dd>
        {partnerNames.length === 0 && <span className="quiet">{t("missions:mission.no-partners")}</span>}
        <ul>
          {partnerNames.map(({ id, name }) => (
            <li key={id}>
              <Link to="/$lang/partners/$id" params={{ lang: language, id }}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}

type StopProps = { leg: MissionDetail["legs"][number]; isWhole: boolean };

/** Where a mission is all the time, its days need not be said again. */
function Stop({ leg: { city, country, timeZone, firstDay, lastDay }, isWhole }: StopProps) {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return (
    <>
      {city}, {countryName(country, language)}
      {!isWhole && ` · ${days(firstDay, lastDay, language)}`}{" "}
      <span className="quiet small">{zoneName(timeZone, language)}</span>
    </>
  );
}
