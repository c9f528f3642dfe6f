import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { instant } from "../app/format.ts";
import { may } from "../app/may.ts";
import { refresh, useStep } from "../app/queries.ts";
import { Confirm } from "../parts/Confirm.tsx";
import { useWithDelegates } from "../parts/giving-back.ts";
import { Part } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import "./entries.css";

type Row = Out<"GET /missions/:mission/entries">["rows"][number];

type Props = { mission: string; cancelled: boolean; rows: Row[] };

/** Who goes, who waits in which order, and who withdrew; of a cancelled mission, who would have gone or waited. */
export function Entries({ mission, cancelled, rows }: Props) {
  const { t } = useTranslation(["web", "missions"]);
  const standing = cancelled ? (["cancelled"] as const) : (["confirmed", "waiting"] as const);
  return ([...standing, "withdrawn"] as const).map((state) => {
    const own = rows.filter((row) => row.state === state);
    return (
      <Part
        key={state}
        id={`entries-${state}`}
        title={t(`missions:entries.${state}`, { companies: own.length })}
      >
        {own.length === 0 && <p className="quiet">{t(`missions:entries.none.${state}`)}</p>}
        <ol className="rows entries" data-entries={state}>
          {own.map((row) => (
            <Entry key={row.company} mission={mission} row={row} />
          ))}
        </ol>
      </Part>
    );
  });
}

function Entry({ mission, row }: { mission: string; row: Row }) {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const withdraw = useStep("POST /missions/:mission/withdrawals", async () => {
    await refresh(`/api/missions/${mission}`);
    focusOn("entries-withdrawn");
  });
  const withDelegates = useWithDelegates();
  const { company, companyName, seats, state, place, at, named } = row;
  return (
    <li>
      <span className="mono entry-place">{place}</span>
      <span>
        <strong>{companyName}</strong>
        <span className="quiet small entry-more">
          {t("missions:seats", { count: seats })} · <time dateTime={at}>{instant(at, i18n.language)}</time>
        </span>
      </span>
      {may(row, "withdraw") && (
        <Confirm
          ask={t("missions:sign-up.withdraw")}
          about={companyName}
          consequence={
            state === "confirmed"
              ? withDelegates(t("missions:entries.consequence", { company: companyName }), named)
              : t("missions:entries.lose-place", { company: companyName })
          }
          yes={t("missions:sign-up.withdraw-sure")}
          busy={withdraw.isPending}
          onYes={() => withdraw.mutate({ mission, company })}
        />
      )}
      {withdraw.error && <Trouble problem={withdraw.error} />}
    </li>
  );
}
