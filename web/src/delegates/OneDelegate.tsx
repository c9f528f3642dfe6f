import { useTranslation } from "react-i18next";
import { may } from "../app/may.ts";
import { useStep } from "../app/queries.ts";
import { Confirm } from "../parts/Confirm.tsx";
import { InPlace } from "../parts/InPlace.tsx";
import { StateTag } from "../parts/StateTag.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { Delegates, OfCompany } from "./CompanyDelegates.tsx";
import { DelegateForm } from "./DelegateForm.tsx";

type Props = {
  about: OfCompany;
  found: Delegates;
  row: Delegates["rows"][number];
  onDone: (words: string) => unknown;
};

/** One who goes, and what can be done about it. */
export function OneDelegate({ about, found, row, onDone }: Props) {
  const { t } = useTranslation("delegates");
  const { delegate, name = t("erased"), role, email, done, byOffice } = row;
  const remove = useStep("DELETE /missions/:mission/entries/:company/delegates/:delegate", () =>
    onDone(t("removed", { name })),
  );
  return (
    <li data-delegate={delegate}>
      <span className="delegate-who">
        <strong>{name}</strong>
        <StateTag service="delegates" state={done ? "done" : "not-done"} />
        <span className="quiet small">{[role, email].filter(Boolean).join(" · ")}</span>
        {byOffice && <span className="quiet small">{t("by-office")}</span>}
      </span>
      <span className="actions">
        {may(found, "name") && (
          <InPlace ask={t("swap")} about={name}>
            {(close) => (
              <DelegateForm about={about} instead={{ delegate, name }} close={close} onDone={onDone} />
            )}
          </InPlace>
        )}
        {may(found, "remove") && (
          <Confirm
            ask={t("remove")}
            about={name}
            consequence={t("remove-consequence", { name })}
            yes={t("remove-sure")}
            busy={remove.isPending}
            onYes={() => remove.mutate({ ...about, delegate })}
          />
        )}
      </span>
      {remove.error && <Trouble problem={remove.error} />}
    </li>
  );
}
