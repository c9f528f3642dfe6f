import { useTranslation } from "react-i18next";
import { instant } from "../app/format.ts";
import { useWords } from "../app/words.ts";
import "./timeline.css";

type Row = {
  id: string;
  event: string;
  at: string;
  who: string;
  erased?: boolean;
  text?: string;
  questions?: { field: string; text: string }[];
  whom?: string;
  company?: string;
  seats?: number;
  fromList?: boolean;
};

/** What happened, by whom and when; in the order the service gives: the newest first. */
export function Timeline({ service, rows }: { service: "missions" | "partnerships"; rows: Row[] }) {
  const { t, i18n } = useTranslation("identity");
  const { say } = useWords();
  if (!rows.length) return <p className="quiet">{t("timeline.empty")}</p>;
  return (
    <ol className="timeline">
      {rows.map(({ id, event, at, who, erased, text, questions, whom, company, seats, fromList }) => (
        <li key={id}>
          <strong>{say(`${service}:events.${event}`, { defaultValue: event })}</strong>
          {whom && <span>{whom}</span>}
          {company && (
            <span>
              {[company, seats && say("missions:seats", { count: seats })].filter(Boolean).join(" · ")}
            </span>
          )}
          <span className="quiet small">
            <time dateTime={at}>{instant(at, i18n.language)}</time>
            {" · "}
            {[erased && t("erased-person"), who].filter(Boolean).join(", ") || doer(event, fromList)}
          </span>
          {text && <blockquote dir="auto">{text}</blockquote>}
          {questions?.map((one) => (
            <blockquote key={one.field} dir="auto">
              {say(`partnerships:fields.${one.field}`)}: {one.text}
            </blockquote>
          ))}
        </li>
      ))}
    </ol>
  );

  function doer(event: string, fromList: boolean | undefined): string {
    if (fromList) return t("timeline.from-list");
    return say(`identity:doers.${event}`, { defaultValue: t("timeline.system") });
  }
}
