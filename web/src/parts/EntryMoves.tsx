import { useTranslation } from "react-i18next";
import { instant } from "../app/format.ts";
import { useAsk } from "../app/queries.ts";
import { Asked } from "./Asked.tsx";

/** To who was moved on the list, or overtaken: when that was, and why. */
export function EntryMoves({ mission, company }: { mission: string; company: string }) {
  const { t, i18n } = useTranslation("missions");
  const moves = useAsk("GET /missions/:mission/entries/:company/moves", { mission, company });
  return (
    <div className="stack">
      <p>
        <strong>{t("entry.moves.title")}</strong>
      </p>
      <Asked of={moves}>
        {({ rows }) => (
          <ul className="rows" data-moves={rows.length}>
            {rows.map(({ at, itself, from, to, reason }) => (
              <li key={`${at} ${from}`}>
                {t(itself ? "entry.moves.itself" : "entry.moves.another", {
                  at: instant(at, i18n.language),
                  from,
                  to,
                })}
                <p className="quiet as-written" dir="auto">
                  {reason ? t("entry.moves.reason", { reason }) : t("entry.moves.no-reason")}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </div>
  );
}
