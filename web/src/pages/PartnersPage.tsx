import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { useLive } from "../app/live.ts";
import { mayTake } from "../app/may.ts";
import { useSession } from "../app/session.ts";
import { ChosenFilters } from "../partners/ChosenFilters.tsx";
import { askedBy } from "../partners/chosen.ts";
import { Filters } from "../partners/Filters.tsx";
import { FindWords } from "../partners/FindWords.tsx";
import { FoldedWhenNarrow } from "../partners/FoldedWhenNarrow.tsx";
import { NoneFound } from "../partners/NoneFound.tsx";
import { PartnerRow } from "../partners/PartnerRow.tsx";
import { readSearch, type Search } from "../partners/search.ts";
import { useChosenFilters } from "../partners/useChosenFilters.ts";
import { useFilterNames } from "../partners/useFilterNames.ts";
import { useChoosing, usePartners } from "../partners/usePartners.ts";
import { Asked } from "../parts/Asked.tsx";
import { ListTools } from "../parts/ListTools.tsx";
import { More } from "../parts/More.tsx";
import { Page } from "../parts/Page.tsx";
import "./partners.css";

export function PartnersPage() {
  const { t } = useTranslation(["web", "partners"]);
  const search = readSearch(useSearch({ from: "/$lang/partners/" }));
  const session = useSession();
  const partners = usePartners(search);
  const nameOf = useFilterNames(partners.data?.facets);
  const filters = useChosenFilters(search, nameOf);
  const choose = useChoosing();
  useLive("/api/partners");
  /** The button that was pressed goes with its filter. */
  async function takeAway(without: Search) {
    await choose(without);
    focusOn("found");
  }
  const chosen = filters.length;
  return (
    <Page title={t("partners.title")} lead={t("partners:lead")}>
      <div className="finding">
        <FindWords search={search} onChoose={choose} />
        <FoldedWhenNarrow title={chosen ? t("partners:filters-chosen", { chosen }) : t("partners:filters")}>
          {partners.data && (
            <Filters search={search} facets={partners.data.facets} nameOf={nameOf} onChoose={choose} />
          )}
        </FoldedWhenNarrow>
        <section className="part found" aria-label={t("partners.title")}>
          <ChosenFilters filters={filters} onChoose={takeAway} />
          <Asked of={partners}>
            {({ rows, total }) => (
              <>
                <p id="found" tabIndex={-1} role="status" className="quiet">
                  {total === 0 && chosen ? t("partners:none") : t("partners:count", { count: total })}
                </p>
                {rows.length === 0 && <NoneFound filters={filters} onChoose={takeAway} />}
                {rows.length > 0 && (
                  <ul className="rows partner-rows">
                    {rows.map((partner) => (
                      <PartnerRow key={partner.id} partner={partner} />
                    ))}
                  </ul>
                )}
                <More of={partners} />
                {mayTake(session, "GET /lists/file") && (
                  <ListTools list="partners" wanted={askedBy(search)} />
                )}
              </>
            )}
          </Asked>
        </section>
      </div>
    </Page>
  );
}
