import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useLive } from "../app/live.ts";
import { may } from "../app/may.ts";
import { useAsk } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { Invitations } from "./Invitations.tsx";
import { Invite } from "./Invite.tsx";
import { Leave } from "./Leave.tsx";
import { OnePerson } from "./OnePerson.tsx";

export type Organisation = Out<"GET /organisations/:organisation/people"> & { organisation: string };

/** Who belongs to an organisation, and what the reader may change of that. */
export function People({ organisation }: { organisation: string }) {
  const { t } = useTranslation(["web", "identity"]);
  const people = useAsk("GET /organisations/:organisation/people", { organisation });
  useLive(`/api/organisations/${organisation}/people`);
  const found = people.data;
  const lead = found?.kind === "office" ? "lead-office" : "lead";
  return (
    <Page
      title={t("identity:colleagues.title", { name: found?.organisationName ?? "" })}
      lead={found && t(`identity:colleagues.${lead}`)}
    >
      <Asked of={people}>{(data) => <Everyone home={{ ...data, organisation }} />}</Asked>
    </Page>
  );
}

function Everyone({ home }: { home: Organisation }) {
  const { t } = useTranslation(["web", "identity"]);
  const { rows, organisation } = home;
  const own = rows.find(({ self }) => self);
  return (
    <>
      {rows.length ? (
        <ul className="rows">
          {rows.map((row) => (
            <li key={row.person}>
              <OnePerson home={home} row={row} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{t("identity:colleagues.none")}</p>
      )}
      {may(home, "invite") && (
        <>
          <Part title={t("identity:invitations.title")}>
            <Invite home={home} />
          </Part>
          <Part title={t("identity:invitations.open")}>
            <Invitations organisation={organisation} />
          </Part>
        </>
      )}
      {own && (
        <Part title={t("identity:colleagues.leave")}>
          <Leave home={home} person={own.person} />
        </Part>
      )}
    </>
  );
}
