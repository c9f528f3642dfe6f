import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { may } from "../app/may.ts";
import { refresh } from "../app/queries.ts";
import { ClaimForm } from "../parts/ClaimForm.tsx";
import type { MissionDetail } from "../parts/MissionFacts.tsx";
import { freeIn } from "../parts/missions.ts";
import { OrganisationSelect } from "../parts/OrganisationSelect.tsx";

type Entries = Out<"GET /missions/:mission/entries">;

/** Seats on behalf of a company, as when it phones; not of those that have some, or wait. */
export function ClaimFor({ mission, entries }: { mission: MissionDetail; entries: Entries }) {
  const { t } = useTranslation(["web", "missions"]);
  const [chosen, setChosen] = useState("");
  const standing = entries.rows
    .filter(({ state }) => state === "confirmed" || state === "waiting")
    .map(({ company }) => company);
  // It may have signed up itself meanwhile.
  const company = standing.includes(chosen) ? "" : chosen;
  const free = freeIn(mission);
  if (!may(entries, "claim")) return <p className="quiet">{t("missions:entries.not-open")}</p>;
  return (
    <div className="stack">
      <OrganisationSelect
        members
        except={standing}
        label={t("missions:entries.company")}
        description={t("missions:entries.company-hint")}
        value={company}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {company && (
        <ClaimForm
          key={company}
          mission={mission}
          company={company}
          whenWaiting={{
            words: t("missions:entries.will-wait", { free }),
            claim: t("missions:entries.claim-wait"),
          }}
          onDone={async ({ state }) => {
            await refresh(`/api/missions/${mission.id}`);
            setChosen("");
            focusOn(`entries-${state}`);
          }}
        />
      )}
    </div>
  );
}
