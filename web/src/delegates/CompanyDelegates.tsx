import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { instant } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { may } from "../app/may.ts";
import { refresh, useAsk } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { InPlace } from "../parts/InPlace.tsx";
import { DelegateForm } from "./DelegateForm.tsx";
import { OneDelegate } from "./OneDelegate.tsx";
import "./delegates.css";

export type Delegates = Out<"GET /missions/:mission/entries/:company/delegates">;
export type OfCompany = { mission: string; company: string };

/** Who takes the seats of a company, for whoever acts for it, or the office in its place. */
export function CompanyDelegates(about: OfCompany) {
  const delegates = useAsk("GET /missions/:mission/entries/:company/delegates", about);
  useLive(`/api/missions/${about.mission}/entries/${about.company}/delegates`);
  return <Asked of={delegates}>{(found) => <Named about={about} found={found} />}</Asked>;
}

function Named({ about, found }: { about: OfCompany; found: Delegates }) {
  const { t } = useTranslation("delegates");
  const [done, setDone] = useState("");
  const { rows, seats } = found;
  const onDone = async (words: string) => {
    setDone(words);
    await refresh(`/api/missions/${about.mission}`);
    focusOn("delegates-done");
  };
  if (!seats) return <p className="quiet">{t("not-yet")}</p>;
  return (
    <div className="stack">
      <p>
        <strong>{t("named", { named: rows.length, count: seats })}</strong>
      </p>
      <UntilWhen found={found} />
      <p role="status" id="delegates-done" tabIndex={-1}>
        {done}
      </p>
      {rows.length === 0 && <p className="quiet">{t("nobody")}</p>}
      <ol className="rows delegates" data-delegates={rows.length}>
        {rows.map((row) => (
          <OneDelegate key={row.delegate} about={about} found={found} row={row} onDone={onDone} />
        ))}
      </ol>
      {may(found, "name") && rows.length < seats && (
        <InPlace ask={t("add")} about="">
          {(close) => <DelegateForm about={about} close={close} onDone={onDone} />}
        </InPlace>
      )}
    </div>
  );
}

function UntilWhen({ found }: { found: Delegates }) {
  const { t, i18n } = useTranslation("delegates");
  const at = instant(found.until, i18n.language);
  const isOpen = Date.parse(found.until) >= Date.now();
  if (!isOpen && !may(found, "remove")) return null;
  return <p className="quiet small">{t(isOpen ? "until" : "closed", { at })}</p>;
}
