import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { usePages } from "../office/usePages.ts";
import { Asked } from "../parts/Asked.tsx";
import { More } from "../parts/More.tsx";
import { OrganisationSelect } from "../parts/OrganisationSelect.tsx";
import { Part } from "../parts/Page.tsx";
import { StateTag } from "../parts/StateTag.tsx";
import { CompanyDelegates } from "./CompanyDelegates.tsx";
import { Needs } from "./Needs.tsx";
import "./delegates.css";

type Row = Out<"GET /missions/:mission/delegates">["rows"][number];

/** Everyone who goes, as the office needs them; what is of their health or belief only when it is asked for. */
export default function MissionDelegates({ mission }: { mission: string }) {
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
              {rows.some(({ done }) => done) && <Needs mission={mission} />}
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
        {passportName && (
          <span className="quiet small">
            {t("office.passport", { name: passportName })} ·{" "}
            {t(listed ? "office.listed" : "office.not-listed")}
          </span>
        )}
      </span>
    </li>
  );
}

/** As when it phones. */
function ForCompany({ mission }: { mission: string }) {
  const { t } = useTranslation("delegates");
  const [company, setCompany] = useState("");
  return (
    <div className="stack">
      <OrganisationSelect
        members
        label={t("office.company")}
        description={t("office.for-company-hint")}
        value={company}
        onChange={(event) => setCompany(event.currentTarget.value)}
      />
      {company && <CompanyDelegates key={company} mission={mission} company={company} />}
    </div>
  );
}
