import { useState } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { refresh, useAsk } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { ClaimForm } from "../parts/ClaimForm.tsx";
import { NativeSelect } from "../parts/fields.ts";
import type { MissionDetail } from "../parts/MissionFacts.tsx";

/** Seats on behalf of a company, as when it phones. */
export function ClaimFor({ mission, isOpen }: { mission: MissionDetail; isOpen: boolean }) {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const companies = useAsk("GET /organisations", { kind: "company", limit: 200 });
  const [company, setCompany] = useState("");
  if (!isOpen) return <p className="quiet">{t("missions:entries.not-open")}</p>;
  return (
    <div className="stack">
      <Asked of={companies}>
        {({ rows }) => (
          <NativeSelect
            className="field"
            label={t("missions:entries.company")}
            value={company}
            onChange={(event) => setCompany(event.currentTarget.value)}
            data={[
              { value: "", label: t("form.choose") },
              ...rows
                .map(({ id, name }) => ({ value: id, label: name }))
                .sort((a, b) => a.label.localeCompare(b.label, i18n.language)),
            ]}
          />
        )}
      </Asked>
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
