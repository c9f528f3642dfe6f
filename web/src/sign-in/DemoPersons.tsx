import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useAsk, useStep } from "../app/queries.ts";
import { useWords } from "../app/words.ts";
import { Asked } from "../parts/Asked.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import "./demo-persons.css";
import { useArrival } from "./useArrival.ts";

type Person = Out<"GET /demo/persons">["rows"][number];

export function DemoPersons({ back }: { back: string | undefined }) {
  const { t } = useTranslation(["web", "identity"]);
  const { say } = useWords();
  const persons = useAsk("GET /demo/persons", {});
  return (
    <Asked of={persons}>
      {({ rows }) =>
        rows.length ? (
          [...byRole(rows)].map(([role, people]) => (
            <section key={role}>
              <h3 className="party">{say(`kernel:parties.${role}`)}</h3>
              <People people={people} back={back} />
            </section>
          ))
        ) : (
          <p className="quiet">{t("identity:sign-in.nobody")}</p>
        )
      }
    </Asked>
  );
}

/** Each of them in each organisation, once, under the first role there. */
function byRole(rows: Person[]): Map<string, Person[]> {
  const roles = new Map<string, Person[]>();
  for (const row of rows) {
    const role = row.roles[0] ?? "member";
    roles.set(role, [...(roles.get(role) ?? []), row]);
  }
  return roles;
}

function People({ people, back }: { people: Person[]; back: string | undefined }) {
  const arrive = useArrival();
  const signIn = useStep("POST /demo/session", () => arrive(back));
  return (
    <>
      {signIn.error && <Trouble problem={signIn.error} />}
      <ul className="rows people">
        {people.map(({ person, name, organisation, organisationName }) => (
          <li key={`${person}/${organisation}`}>
            <button
              type="button"
              className="plain"
              disabled={signIn.isPending}
              onClick={() => signIn.mutate({ person, organisation })}
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
