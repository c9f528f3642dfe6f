import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { days } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { mayTake } from "../app/may.ts";
import { useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { Asked } from "../parts/Asked.tsx";
import { OfficePage } from "../parts/OfficePage.tsx";
import { AbsenceOf } from "../queue/AbsenceOf.tsx";

type Officer = Out<"GET /officers">["rows"][number];

/** Who decides, how much each has, and who stands in for whom. */
export function OfficersPage() {
  const { t } = useTranslation("queue");
  const officers = useAsk("GET /officers", {});
  useLive("/api/officers");
  return (
    <OfficePage
      of={officers}
      title={t("officers.title")}
      lead={t("officers.lead")}
      above={<Link to="/admin">{t("title")}</Link>}
    >
      <Asked of={officers}>
        {({ rows }) =>
          rows.length ? (
            <ul className="rows">
              {rows.map((officer) => (
                <li key={officer.person} className="stack">
                  <OneOfficer officer={officer} all={rows} />
                </li>
              ))}
            </ul>
          ) : (
            <p className="quiet">{t("officers.none")}</p>
          )
        }
      </Asked>
    </OfficePage>
  );
}

function OneOfficer({ officer, all }: { officer: Officer; all: Officer[] }) {
  const { t, i18n } = useTranslation("queue");
  const decides = mayTake(useSession(), "PUT /officers/:person/absence");
  const { name, open, away } = officer;
  const deputy = all.find(({ person }) => person === away?.deputy)?.name;
  return (
    <>
      <p>
        <strong>{name}</strong>
        <span className="quiet"> · {t("officers.open", { count: open })}</span>
      </p>
      {away && (
        <p>
          {t("officers.away", { days: days(away.from, away.until, i18n.language) })}{" "}
          {deputy ? t("officers.deputy", { name: deputy }) : t("officers.no-deputy")}
        </p>
      )}
      {decides && <AbsenceOf officer={officer} others={all.filter((one) => one !== officer)} />}
    </>
  );
}
