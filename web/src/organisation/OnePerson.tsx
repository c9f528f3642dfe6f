import { useTranslation } from "react-i18next";
import { may } from "../app/may.ts";
import { refresh, useStep } from "../app/queries.ts";
import { Confirm } from "../parts/Confirm.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { Organisation } from "./People.tsx";
import { Repair } from "./Repair.tsx";
import { Roles } from "./Roles.tsx";

type Props = { home: Organisation; row: Organisation["rows"][number] };

export function OnePerson({ home, row }: Props) {
  const { t } = useTranslation(["web", "identity"]);
  const { organisation, kind } = home;
  const { person, standing, roles, self, suspended } = row;
  const name = row.name ?? t("identity:erased-person");
  const one = { organisation, person };
  const renew = () => refresh(`/api/organisations/${organisation}`);
  const stand = useStep("PUT /organisations/:organisation/people/:person/standing", renew);
  const handOver = useStep("PUT /organisations/:organisation/owner", renew);
  const remove = useStep("POST /organisations/:organisation/people/:person/removal", renew);
  const given = [
    ["make-lead", stand.isPending, () => stand.mutate({ ...one, standing: "lead" })],
    ["make-colleague", stand.isPending, () => stand.mutate({ ...one, standing: "colleague" })],
    ["hand-over", handOver.isPending, () => handOver.mutate(one)],
    ["remove", remove.isPending, () => remove.mutate(one)],
  ] as const;
  const problem = stand.error ?? handOver.error ?? remove.error;
  return (
    <div className="stack">
      <p>
        <strong>{name}</strong>
        {self && ` · ${t("identity:colleagues.self")}`}
        {suspended && <strong> · {t("identity:people.suspended")}</strong>}
        <br />
        <span className="quiet small">
          {kind === "office"
            ? roles.map((role) => t(`identity:roles.${role}`)).join(" · ")
            : t(`identity:standings.${standing}`)}
        </span>
      </p>
      <div className="actions">
        {given.map(
          ([step, busy, take]) =>
            may(row, step) && (
              <Confirm
                key={step}
                ask={t(`identity:colleagues.${step}`)}
                about={name}
                consequence={t(`identity:colleagues.${step}-consequence`, { name })}
                yes={t(`identity:colleagues.${step}-yes`)}
                busy={busy}
                onYes={take}
              />
            ),
        )}
        {may(row, "change-roles") && <Roles home={home} row={row} name={name} />}
        {may(row, "repair") && <Repair home={home} row={row} name={name} />}
      </div>
      {problem && <Trouble problem={problem} />}
    </div>
  );
}
