import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { countryName, days, instant, zoneName } from "../app/format.ts";
import { shownState } from "../app/missions.ts";
import { SeatStrip } from "./SeatStrip.tsx";
import { StateTag } from "./StateTag.tsx";

export type MissionDetail = Out<"GET /missions/:id">;

/** What there is to know of a mission, the same for public, member and office. */
export function MissionFacts({ mission }: { mission: MissionDetail }) {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const language = i18n.language;
  const { firstDay, lastDay, legs, signUpOpensAt, signUpClosesAt, minimum, partnerNames } = mission;
  return (
    <dl className="facts">
      <dt>{t("missions:mission.state")}</dt>
      <dd>
        <StateTag service="missions" state={shownState(mission)} />
      </dd>
      <dt>{t("missions:mission.when")}</dt>
      <dd>{days(firstDay, lastDay, language)}</dd>
      <dt>{t("missions:mission.where")}</dt>
      <dd>
        <ul>
          {legs.map(({ city, country, timeZone }) => (
            <li key={city}>
              {city}, {countryName(country, language)}{" "}
              <span className="quiet small">{t("missions:mission.zone", { zone: zoneName(timeZone) })}</span>
            </li>
          ))}
        </ul>
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
