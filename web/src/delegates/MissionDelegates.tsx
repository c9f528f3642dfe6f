import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { usePages } from "../office/usePages.ts";
import { Asked } from "../parts/Asked.tsx";
import type { MissionDetail } from "../parts/MissionFacts.tsx";
import { More } from "../parts/More.tsx";
import { NameSelect } from "../parts/NameSelect.tsx";
import { Part } from "../parts/Page.tsx";
import { StateTag } from "../parts/StateTag.tsx";
import { CompanyDelegates } from "./CompanyDelegates.tsx";
import { Needs } from "./Needs.tsx";
import "./delegates.css";

type Row = Out<"GET /missions/:mission/delegates">["rows"][number];

/** Everyone who goes, as the office needs them; what is of their health or belief only when it is asked for. */
export default function MissionDelegates({ mission: { id: mission, online } }: { mission: MissionDetail }) {
  const { t } = useTranslation("delegates");
  const delegates = usePages("GET /missions/:mission/delegates", { mission });
  return (
    <>
      <Part title={t("office.title")} id="delegates">
        <Asked of={delegates}>
          {({ rows }) => (
            <>
              {rows.length === 0 && <p className="quiet">{t("office.none")}</p>}
              <ol className="rows delegates" data-delegates={rows.length}>
                {rows.map((row) => (
                  <One key={row.delegate} row={row} />
                ))}
              </ol>
              <More of={delegates} />
              {!online && rows.some(({ done }) => done) && <Needs mission={mission} />}
            </>
          )}
        </Asked>
      </Part>
      <Part title={t("office.for-company")}>
        <ForCompany mission={mission} />
      </Part>
    </>
  );
}

function One({ row }: { row: Row }) {
  const { t } = useTranslation("delegates");
  const { delegate, name, companyName, role, email, telephone, passportName, listed, done } = row;
  const told = [role, email, telephone].filter(Boolean).join(" · ");
  return (
    <li data-delegate={delegate}>
      <span className="delegate-who">
        <strong>{name ?? t("erased")}</strong>
        <StateTag service="delegates" state={done ? "done" : "not-done"} />
        <span>{companyName}</span>
        <span className="quiet small">{told}</span>
        {done && (
          <span className="quiet small">
            {[
              passportName && t("office.passport", { name: passportName }),
              listed !== undefined && t(listed ? "office.listed" : "office.not-listed"),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        )}
      </span>
    </li>
  );
}

/** As when it phones: one of those that have seats. */
function ForCompany({ mission }: { mission: string }) {
  const { t } = useTranslation("delegates");
  const [company, setCompany] = useState("");
  const entries = usePages("GET /missions/:mission/entries", { mission, state: "confirmed" });
  return (
    <div className="stack">
      <Asked of={entries}>
        {({ rows }) => (
          <NameSelect
            of={rows.map((row) => ({ id: row.company, name: row.companyName }))}
            label={t("office.company")}
            description={t("office.for-company-hint")}
            value={company}
            onChange={(event) => setCompany(event.currentTarget.value)}
          />
        )}
      </Asked>
      <More of={entries} />
      {company && <CompanyDelegates key={company} mission={mission} company={company} />}
    </div>
  );
}
