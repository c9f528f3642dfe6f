import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { instant, languageName } from "../app/format.ts";
import { useAsk } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { OfficePage } from "../parts/OfficePage.tsx";
import { Part } from "../parts/Page.tsx";
import { AccountSteps } from "../people/AccountSteps.tsx";
import { Memberships } from "../people/Memberships.tsx";

type Account = Out<"GET /people/:id">;

/** How one person signs in, where they are signed in, and what an administrator can do about it. */
export function PersonPage() {
  const { t } = useTranslation(["web", "identity"]);
  const { id } = useParams({ from: "/admin/people/$id" });
  const account = useAsk("GET /people/:id", { id });
  return (
    <OfficePage of={account} title={account.data?.own?.name ?? id}>
      <Asked of={account}>
        {(known) =>
          known.own ? (
            <>
              <Facts account={known} />
              <Part title={t("identity:people.sessions")}>
                <Sessions account={known} />
              </Part>
              <Part title={t("identity:people.account")}>
                <AccountSteps key={String(known.suspended?.at)} account={known} />
              </Part>
            </>
          ) : (
            <p className="quiet">{t("identity:people.own-erased")}</p>
          )
        }
      </Asked>
      <p>
        <Link to="/admin/people">{t("identity:people.title")}</Link>
        {" · "}
        <Link to="/admin/audit" search={{ person: id }}>
          {t("identity:audit.title")}
        </Link>
      </p>
    </OfficePage>
  );
}

function Facts({ account }: { account: Account }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const { own, memberships, password, secondFactor, suspended } = account;
  const yesNo = (is: boolean) => t(is ? "identity:people.yes" : "identity:people.no");
  return (
    <>
      {suspended && (
        <div className="stack">
          <p>
            <strong>
              {suspended.by
                ? t("identity:people.since-by", {
                    name: suspended.by,
                    at: instant(suspended.at, i18n.language),
                  })
                : t("identity:people.since", { at: instant(suspended.at, i18n.language) })}
            </strong>
          </p>
          {suspended.reason && <blockquote dir="auto">{suspended.reason}</blockquote>}
        </div>
      )}
      <dl className="facts">
        <dt>{t("identity:people.email")}</dt>
        <dd>{own!.email}</dd>
        <dt>{t("identity:people.language")}</dt>
        <dd>{languageName(own!.language, i18n.language)}</dd>
        <dt>{t("identity:people.memberships")}</dt>
        <dd>
          <Memberships of={memberships} />
        </dd>
        <dt>{t("identity:people.password")}</dt>
        <dd>{yesNo(password)}</dd>
        <dt>{t("identity:people.second-factor")}</dt>
        <dd>{yesNo(secondFactor)}</dd>
      </dl>
    </>
  );
}

function Sessions({ account: { sessions } }: { account: Account }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  if (!sessions.length) return <p className="quiet">{t("identity:people.no-sessions")}</p>;
  return (
    <ul className="rows">
      {sessions.map(({ session, device, organisationName, startedAt, seenAt }) => (
        <li key={session}>
          <p>
            <strong>{device ?? t("identity:account.unknown-device")}</strong> · {organisationName}
            <br />
            <span className="quiet small">
              {t("identity:account.since", {
                since: instant(startedAt, i18n.language),
                seen: instant(seenAt, i18n.language),
              })}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
