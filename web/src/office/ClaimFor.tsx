import { useState } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { refresh } from "../app/queries.ts";
import { ClaimForm } from "../parts/ClaimForm.tsx";
import type { MissionDetail } from "../parts/MissionFacts.tsx";
import { OrganisationSelect } from "../parts/OrganisationSelect.tsx";

/** Seats on behalf of a company, as when it phones. */
export function ClaimFor({ mission, isOpen }: { mission: MissionDetail; isOpen: boolean }) {
  const { t } = useTranslation(["web", "missions"]);
  const [company, setCompany] = useState("");
  if (!isOpen) return <p className="quiet">{t("missions:entries.not-open")}</p>;
  return (
    <div className="stack">
      <OrganisationSelect
        kind="company"
        label={t("missions:entries.company")}
        value={company}
        onChange={(event) => setCompany(event.currentTarget.value)}
      />
      {company && (
        <ClaimForm
          key={company}
          mission={mission.id}
          company={company}
          capacity={mission.capacity}
          free={mission.capacity - mission.taken}
          onDone={async ({ state }) => {
            await refresh(`/api/missions/${mission.id}`);
            setCompany("");
            focusOn(`entries-${state}`);
          }}
        />
      )}
    </div>
  );
}
