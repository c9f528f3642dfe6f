import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Out, type Problem, send } from "../app/api.ts";
import { countryName } from "../app/format.ts";
import { Asked } from "../parts/Asked.tsx";
import { More } from "../parts/More.tsx";
import { Page } from "../parts/Page.tsx";

type Organisations = Out<"GET /organisations">;

function useOrganisations() {
  return useInfiniteQuery<
    Organisations,
    Problem,
    { rows: Organisations["rows"] },
    string[],
    string | undefined
  >({
    queryKey: ["/api/organisations", ""],
    queryFn: ({ pageParam, signal }) =>
      send("GET /organisations", { limit: 100, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ rows: pages.flatMap(({ rows }) => rows) }),
  });
}

/** The way to the people of each. */
export function AdminOrganisationsPage() {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const organisations = useOrganisations();
  return (
    <Page title={t("identity:colleagues.all-title")} lead={t("identity:colleagues.all-lead")}>
      <Asked of={organisations}>
        {({ rows }) => (
          <>
            {rows.length ? (
              <ul className="rows">
                {rows.map(({ id, name, country }) => (
                  <li key={id}>
                    <Link to="/admin/organisations/$id/people" params={{ id }}>
                      <strong>{name}</strong>
                    </Link>
                    <span className="quiet small"> · {countryName(country, i18n.language)}</span>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="quiet">{t("identity:colleagues.all-none")}</p>
            )}
            <More of={organisations} />
          </>
        )}
      </Asked>
    </Page>
  );
}
