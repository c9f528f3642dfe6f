import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useWords } from "../app/words.ts";

type Answer = Out<"GET /access">;

/** Yes or no, by which rule, who may, and who can make somebody one of them. */
export function AccessAnswer({ answer }: { answer: Answer }) {
  const { t } = useTranslation(["web", "identity"]);
  const { say } = useWords();
  const {
    verdict,
    person,
    name = person,
    organisation,
    organisationName = organisation,
    roles,
    rule,
    record,
    token,
    scope,
    grantedBy,
  } = answer;
  return (
    <div className="stack">
      <p role="status" data-verdict={verdict}>
        <strong>{say(`identity:access.verdicts.${verdict}`, { scope })}</strong>
      </p>
      <dl className="facts">
        <dt>{t("identity:access.who")}</dt>
        <dd>
          {[name, organisationName, ...roles.map((role) => say(`identity:roles.${role}`))].join(" · ")}
          {token && ` · ${t("identity:tokens.written", { token })}`}
        </dd>
        <dt>{t("identity:access.what-asked")}</dt>
        <dd>{[say(`kernel:policies.${rule}`), record].filter(Boolean).join(" · ")}</dd>
        <dt>{t("identity:access.rule")}</dt>
        <dd>
          <code>{rule}</code>
        </dd>
        <dt>{t("identity:access.granted-by")}</dt>
        <dd>
          <ul>
            {grantedBy.map(({ party, relation, givenBy }) => (
              <li key={party}>
                {say(`kernel:parties.${party}`)}, {say(`identity:access.relations.${relation}`)}
                {givenBy.length > 0 && (
                  <span className="quiet">
                    {" · "}
                    {t("identity:access.given-by", { parties: givenBy })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <p className="quiet small">{t("identity:access.besides")}</p>
    </div>
  );
}
