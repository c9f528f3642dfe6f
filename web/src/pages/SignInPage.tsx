import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useAsk, useStep } from "../app/queries.ts";
import { forgetAnswers, isOfOffice } from "../app/session.ts";
import { useWords } from "../app/words.ts";
import { Asked } from "../parts/Asked.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";
import "./sign-in.css";

type Person = Out<"GET /demo/persons">["rows"][number];

export function SignInPage() {
  const { t } = useTranslation();
  const { say } = useWords();
  const persons = useAsk("GET /demo/persons", {});
  return (
    <PlainShell>
      <Page title={t("sign-in.title")} lead={t("sign-in.lead")}>
        <Asked of={persons}>
          {({ rows }) =>
            rows.length ? (
              [...byRole(rows)].map(([role, people]) => (
                <Part key={role} title={say(`identity:roles.${role}`)}>
                  <People people={people} />
                </Part>
              ))
            ) : (
              <p className="quiet">{t("sign-in.nobody")}</p>
            )
          }
        </Asked>
      </Page>
    </PlainShell>
  );
}

/** Who signed in at a mission sees that mission. */
function officeOf(path: string): string {
  const mission = /^\/\w+\/missions\/([a-z0-9-]+)$/.exec(path)?.[1];
  return mission ? `/admin/missions/${mission}` : "/admin/review";
}

/** Each person once, under the first role. */
function byRole(rows: Person[]): Map<string, Person[]> {
  const seen = new Set<string>();
  const roles = new Map<string, Person[]>();
  for (const row of rows) {
    if (seen.has(row.person)) continue;
    seen.add(row.person);
    const role = row.roles[0] ?? "member";
    roles.set(role, [...(roles.get(role) ?? []), row]);
  }
  return roles;
}

function People({ people }: { people: Person[] }) {
  const { back } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const router = useRouter();
  const signIn = useStep("POST /demo/session", async ({ person }) => {
    await forgetAnswers();
    await router.invalidate();
    const office = isOfOffice(people.find((one) => one.person === person));
    const wanted = back ?? "/";
    // The office works in its own pages, wherever on the public site it signed in.
    await navigate({ href: office && !wanted.startsWith("/admin") ? officeOf(wanted) : wanted });
  });
  return (
    <>
      {signIn.error && <Trouble problem={signIn.error} />}
      <ul className="rows people">
        {people.map(({ person, name, organisationName }) => (
          <li key={person}>
            <button
              type="button"
              className="plain"
              disabled={signIn.isPending}
              onClick={() => signIn.mutate({ person })}
            >
              {name}
            </button>
            <span className="quiet">{organisationName}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
