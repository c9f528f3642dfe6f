import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Out, type Problem, searchOf, send } from "../app/api.ts";
import { keepPlace } from "../app/focus.ts";
import { Asked } from "../parts/Asked.tsx";
import { TextInput } from "../parts/fields.tsx";
import { ListTools } from "../parts/ListTools.tsx";
import { More } from "../parts/More.tsx";
import { OfficePage } from "../parts/OfficePage.tsx";
import { Memberships } from "../people/Memberships.tsx";
import "./letters.css";

type People = Out<"GET /people">;
type Person = People["rows"][number];

function usePeople(wanted: { find?: string }) {
  return useInfiniteQuery<People, Problem, { rows: Person[] }, string[], string | undefined>({
    queryKey: ["/api/people", searchOf(wanted)],
    queryFn: ({ pageParam, signal }) =>
      send("GET /people", { ...wanted, limit: 50, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ rows: pages.flatMap(({ rows }) => rows) }),
  });
}

/** Everyone who may sign in. Whom somebody looks for they find by name, or by the address, which alone is theirs. */
export function PeoplePage() {
  const { t } = useTranslation(["web", "identity"]);
  const wanted = useSearch({ from: "/admin/people/" });
  const people = usePeople(wanted);
  return (
    <OfficePage of={people} title={t("identity:people.title")} lead={t("identity:people.lead")}>
      <Find key={wanted.find} find={wanted.find ?? ""} />
      <ListTools list="people" wanted={wanted} views />
      <Asked of={people}>
        {({ rows }) =>
          rows.length ? (
            <>
              <ul className="rows letters">
                {rows.map(({ person, own, memberships, suspended }) => (
                  <li key={person}>
                    <p>
                      <Link to="/admin/people/$id" params={{ id: person }}>
                        {own?.name ?? person}
                      </Link>
                      {own && <span className="quiet small"> · {own.email}</span>}
                      {suspended && <strong> · {t("identity:people.suspended")}</strong>}
                    </p>
                    <Memberships of={memberships} />
                  </li>
                ))}
              </ul>
              <More of={people} />
            </>
          ) : (
            <p className="quiet">{t(wanted.find ? "identity:people.none-found" : "identity:people.none")}</p>
          )
        }
      </Asked>
    </OfficePage>
  );
}

function Find({ find }: { find: string }) {
  const { t } = useTranslation(["web", "identity"]);
  const navigate = useNavigate();
  const [typed, setTyped] = useState(find);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = typed.trim();
        const toPlace = keepPlace();
        void navigate({ to: "/admin/people", search: wanted ? { find: wanted } : {} }).then(toPlace);
      }}
    >
      <TextInput
        className="field"
        type="search"
        label={t("identity:people.find-label")}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit">{t("identity:people.find")}</Button>
        {find && <Link to="/admin/people">{t("identity:people.all")}</Link>}
      </div>
    </form>
  );
}
