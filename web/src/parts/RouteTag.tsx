import { useTranslation } from "react-i18next";
import { countryName } from "../app/format.ts";
import "./route-tag.css";

type Props = { from: string; to: string[]; online?: boolean | undefined };

/** From where to where, in codes, before every mission; of one that is online, that nobody travels. */
export function RouteTag({ from, to, online }: Props) {
  const { i18n, t } = useTranslation(["web", "missions"]);
  const name = (code: string) => countryName(code, i18n.language);
  const stops = [...new Set(to)];
  return (
    <span className="route-tag">
      <span aria-hidden="true">{online ? t("online") : <Route from={from} stops={stops} />}</span>
      <span className="hidden-text">
        {online
          ? t("missions:route-online", { to: stops.map(name) })
          : t("missions:route", { from: name(from), to: stops.map(name) })}
      </span>
    </span>
  );
}

const Route = ({ from, stops }: { from: string; stops: string[] }) => (
  <>
    {from}
    {stops.map((code) => (
      <span key={code}>
        <svg width="18" height="8" viewBox="0 0 18 8" aria-hidden="true">
          <path d="M1 4h14M12 1l4 3-4 3" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        {code}
      </span>
    ))}
  </>
);
