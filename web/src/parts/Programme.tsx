import { useTranslation } from "react-i18next";
import { countryName, days } from "../app/format.ts";
import { InLanguage } from "./InLanguage.tsx";
import type { MissionDetail } from "./MissionFacts.tsx";
import { dayIn, momentIn, offsetIn, readersZone, times, wholeDay, zoneName } from "./zones.ts";
import "./programme.css";

type Leg = MissionDetail["legs"][number];
type Item = Leg["programme"][number] & { from: Date; to: Date };

/** What is done on a mission, leg by leg, by the clocks of the place and by the reader's own. */
export function Programme({ mission: { legs, online } }: { mission: MissionDetail }) {
  const { t } = useTranslation(["web", "missions"]);
  const told = legs.filter(({ programme }) => programme.length > 0);
  if (!told.length) return <p className="quiet">{t("missions:programme.none")}</p>;
  return told.map((leg) => <OfLeg key={`${leg.city} ${leg.firstDay}`} leg={leg} online={online} />);
}

function OfLeg({ leg, online }: { leg: Leg; online: boolean | undefined }) {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const { city, timeZone, firstDay, lastDay } = leg;
  const language = i18n.language;
  const country = countryName(leg.country, language);
  const items = inOrder(leg);
  const own = readersZone();
  const isSame = items.every(({ from }) => offsetIn(own, from) === offsetIn(timeZone, from));
  const zone = zoneName(timeZone, language);
  return (
    <div className="programme-leg">
      <h3>{online ? t("missions:programme.online-with", { city, country }) : `${city}, ${country}`}</h3>
      <p className="mono programme-days">{days(firstDay, lastDay, language)}</p>
      <table className="programme">
        <caption>
          {isSame
            ? t("missions:programme.times-same", { city, zone })
            : t("missions:programme.times-both", { city, zone, own: zoneName(own, language) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("missions:programme.there", { city })}</th>
            {!isSame && <th scope="col">{t("missions:programme.yours")}</th>}
            <th scope="col">{t("missions:programme.what")}</th>
          </tr>
        </thead>
        {[...Map.groupBy(items, ({ day }) => day)].map(([day, ofDay]) => (
          <tbody key={day}>
            <tr>
              <th scope="rowgroup" colSpan={isSame ? 2 : 3}>
                {wholeDay(day, language)}
              </th>
            </tr>
            {ofDay.map((item) => (
              <Row
                key={`${item.startsAt} ${item.endsAt}`}
                item={item}
                zones={isSame ? [timeZone] : [timeZone, own]}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Row({ item: { day, from, to, title, place }, zones }: { item: Item; zones: string[] }) {
  const { i18n } = useTranslation();
  return (
    <tr>
      {zones.map((zone) => (
        <td key={zone} className="mono">
          <time dateTime={from.toISOString()}>
            {times(from, to, zone, i18n.language, dayIn(zone, from) === day && dayIn(zone, to) === day)}
          </time>
        </td>
      ))}
      <td>
        <InLanguage of={title} />
        {place && (
          <span className="quiet small programme-place" dir="auto">
            {place}
          </span>
        )}
      </td>
    </tr>
  );
}

const inOrder = ({ programme, timeZone }: Leg): Item[] =>
  programme
    .map((item) => ({
      ...item,
      from: momentIn(timeZone, item.day, item.startsAt),
      to: momentIn(timeZone, item.day, item.endsAt),
    }))
    .sort((one, other) => Number(one.from) - Number(other.from));
