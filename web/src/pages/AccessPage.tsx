import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AccessAnswer } from "../access/AccessAnswer.tsx";
import { AskAccess } from "../access/AskAccess.tsx";
import { ask, useAsk } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { OfficePage } from "../parts/OfficePage.tsx";
import { Part } from "../parts/Page.tsx";

/** What is asked stands in the address, so that others can lead here and an answer can be passed on. */
export type Wanted = {
  person?: string;
  organisation?: string;
  action?: string;
  record?: string;
  token?: string;
};

/** Why somebody may do something or not: for whoever is asked that by somebody else. */
export function AccessPage() {
  const { t } = useTranslation(["web", "identity"]);
  const wanted = useSearch({ from: "/admin/access" });
  const actions = useAsk("GET /access/actions", {});
  const { person = "", action = "" } = wanted;
  const isAsked = person !== "" && action !== "";
  const answer = useQuery({
    ...ask("GET /access", { ...wanted, person, action }),
    enabled: isAsked,
    // To ask is a read, and written down: never again by itself.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  // Of whoever is asked about by their id alone, the answer says for whom they act.
  const organisation = wanted.organisation ?? answer.data?.organisation;
  const filled = { ...wanted, ...(organisation && { organisation }) };
  return (
    <OfficePage of={actions} title={t("identity:access.title")} lead={t("identity:access.lead")}>
      <Asked of={actions}>
        {({ rows }) => <AskAccess key={JSON.stringify(filled)} rows={rows} wanted={filled} />}
      </Asked>
      {isAsked && (
        <Part title={t("identity:access.answer")}>
          <Asked of={answer}>{(given) => <AccessAnswer answer={given} />}</Asked>
        </Part>
      )}
    </OfficePage>
  );
}
