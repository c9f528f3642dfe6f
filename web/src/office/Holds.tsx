import { useTranslation } from "react-i18next";
import { instant } from "../app/format.ts";
import { refresh } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { More } from "../parts/More.tsx";
import { Part } from "../parts/Page.tsx";
import { Countdown } from "../sign-up/Countdown.tsx";
import { usePages } from "./usePages.ts";
import "./entries.css";

/** Who is signing up now, and for how long their seats are held. */
export function Holds({ mission }: { mission: string }) {
  const { t, i18n } = useTranslation("missions");
  const holds = usePages("GET /missions/:mission/holds", { mission });
  const renew = () => refresh(`/api/missions/${mission}`);
  return (
    <Part title={t("entry.office.holds")}>
      <Asked of={holds}>
        {({ rows, now }) => (
          <>
            {rows.length === 0 && <p className="quiet">{t("entry.office.no-holds")}</p>}
            <ul className="rows holds">
              {rows.map(({ company, companyName, seats, endsAt }) => (
                <li key={company} data-hold={company}>
                  <span>
                    <strong>{companyName}</strong>
                    <span className="quiet small entry-more">
                      {t("seats", { count: seats })} ·{" "}
                      <time dateTime={endsAt}>
                        {t("entry.office.until", { at: instant(endsAt, i18n.language) })}
                      </time>
                    </span>
                  </span>
                  <Countdown
                    key={endsAt}
                    quiet
                    endsAt={endsAt}
                    now={now}
                    askedAt={holds.dataUpdatedAt}
                    onEnd={renew}
                  />
                </li>
              ))}
            </ul>
            <More of={holds} />
          </>
        )}
      </Asked>
    </Part>
  );
}
