import { useTranslation } from "react-i18next";
import { countryName } from "../app/format.ts";
import "./route-tag.css";

/** From where to where, in codes, before every mission and partner. */
export function RouteTag({ from, to }: { from: string; to: string[] }) {
  const { i18n, t } = useTranslation();
  const name = (code: string) => countryName(code, i18n.language);
  const stops = [...new Set(to)];
  return (
    <span className="route-tag">
      <span aria-hidden="true">
        {from}
        {stops.map((code) => (
          <span key={code}>
            <svg width="18" height="8" viewBox="0 0 18 8" aria-hidden="true">
              <path d="M1 4h14M12 1l4 3-4 3" fill="none" stroke="currentColor" strokeWidth="1.5" />
            </svg>
            {code}
          </span>
        ))}
      </span>
      <span className="hidden-text">{t("route", { from: name(from), to: stops.map(name) })}</span>
    </span>
  );
}
