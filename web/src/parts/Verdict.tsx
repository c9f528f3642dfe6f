import { useTranslation } from "react-i18next";
import { useAsk } from "../app/queries.ts";
import type { Person } from "../app/session.ts";
import { isSignedUp, type Verdict as Told, useReasons } from "../own/verdicts.ts";
import { Asked } from "./Asked.tsx";

/** Whether the reader's company can sign up for a mission, and why. */
export function Verdict({ mission, person }: { mission: string; person: Person }) {
  const verdict = useAsk("GET /missions/:mission/verdict", { mission, company: person.organisation });
  return <Asked of={verdict}>{(told) => <Reasons told={told} company={person.organisationName} />}</Asked>;
}

function Reasons({ told, company }: { told: Told; company: string }) {
  const { t } = useTranslation(["web", "missions"]);
  const inWords = useReasons();
  const { can, reasons } = told;
  const shown = can ? reasons : reasons.filter(({ blocks }) => blocks);
  return (
    <div className="stack" data-can={can}>
      <p>
        <strong>
          {can && t("missions:verdict.can", { company })}
          {!can && isSignedUp(told) && t("missions:verdict.signed-up", { company })}
          {!can && !isSignedUp(told) && t("missions:verdict.cannot", { company })}
        </strong>
      </p>
      <ul>
        {shown.map((reason) => (
          <li key={reason.code}>{inWords(reason)}</li>
        ))}
      </ul>
    </div>
  );
}
