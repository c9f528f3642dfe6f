import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Out, type Problem, searchOf, send } from "../app/api.ts";
import { countryName } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { Asked } from "../parts/Asked.tsx";
import { CountrySelect } from "../parts/CountrySelect.tsx";
import { More } from "../parts/More.tsx";
import { Page } from "../parts/Page.tsx";
import "./partners.css";

type Partners = Out<"GET /partners">;

function usePartners(country: string | undefined) {
  return useInfiniteQuery<Partners, Problem, Omit<Partners, "next">, string[], string | undefined>({
    queryKey: ["/api/partners", searchOf({ country })],
    queryFn: ({ pageParam, signal }) =>
      send(
        "GET /partners",
        { limit: 20, ...(country && { country }), ...(pageParam && { after: pageParam }) },
        { signal },
      ),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({
      rows: pages.flatMap(({ rows }) => rows),
      total: pages[0]?.total ?? 0,
      countries: pages[0]?.countries ?? [],
    }),
    // The list to choose from stays while another country is asked.
    placeholderData: keepPreviousData,
  });
}

export function PartnersPage() {
  const { t, i18n } = useTranslation();
  const { lang } = useParams({ from: "/$lang/partners/" });
  const { country } = useSearch({ from: "/$lang/partners/" });
  const navigate = useNavigate();
  const partners = usePartners(country);
  useLive("/api/partners");
  return (
    <Page title={t("partners.title")} lead={t("partners.lead")}>
      <CountrySelect
        label={t("partners.country")}
        none={t("partners.everywhere")}
        codes={partners.data?.countries}
        value={country ?? ""}
        onChange={(code) => navigate({ to: ".", search: code ? { country: code } : {}, replace: true })}
      />
      <Asked of={partners}>
        {({ rows, total }) => (
          <section className="part" aria-label={t("partners.title")}>
            <p role="status" className="quiet">
              {t("partners.count", { count: total })}
            </p>
            <ul className="rows partner-rows">
              {rows.map(({ id, name, country: of, summary, language }) => (
                <li key={id}>
                  <span className="mono partner-country">{of}</span>
                  <h2 className="partner-name" dir="auto">
                    <Link to="/$lang/partners/$id" params={{ lang, id }}>
                      {name}
                    </Link>
                  </h2>
                  <span className="quiet">{countryName(of, i18n.language)}</span>
                  <p lang={language} dir="auto">
                    {summary}
                  </p>
                </li>
              ))}
            </ul>
            <More of={partners} />
          </section>
        )}
      </Asked>
    </Page>
  );
}
