import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { countryName, dayOf, inLanguage, languageName } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { useAsk } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { Page, Part } from "../parts/Page.tsx";

export function PartnerPage() {
  const { t, i18n } = useTranslation();
  const { lang, id } = useParams({ from: "/$lang/partners/$id" });
  const partner = useAsk("GET /partners/:id", { id });
  const country = partner.data?.country;
  const form = useAsk("GET /registration-form", { country: country ?? "" }, country !== undefined);
  useLive(`/api/partners/${id}`);
  const language = i18n.language;
  const regionName = (code: string) =>
    form.data?.regions.find((region) => region.code === code)?.name ?? code;
  const ecosystemName = (code: string) => {
    const found = form.data?.ecosystems.find((ecosystem) => ecosystem.code === code);
    return found ? inLanguage(found.name, language) : code;
  };
  return (
    <Page
      title={partner.data?.name ?? t("partners.one")}
      above={
        <Link to="/$lang/partners" params={{ lang }}>
          {t("partners.all")}
        </Link>
      }
    >
      <Asked of={partner}>
        {(data) => (
          <>
            <p className="page-lead" lang={data.language}>
              {data.summary}
            </p>
            <Part title={t("partners.facts")}>
              <dl className="facts">
                <dt>{t("partners.place")}</dt>
                <dd>
                  {[data.region && regionName(data.region), countryName(data.country, language)]
                    .filter(Boolean)
                    .join(", ")}
                </dd>
                <dt>{t("partners.ecosystems")}</dt>
                <dd>
                  <ul>
                    {data.ecosystems.map((code) => (
                      <li key={code}>{ecosystemName(code)}</li>
                    ))}
                  </ul>
                </dd>
                <dt>{t("partners.written-in")}</dt>
                <dd>{languageName(data.language, language)}</dd>
                <dt>{t("partners.since")}</dt>
                <dd>{dayOf(data.publishedAt, language)}</dd>
              </dl>
            </Part>
          </>
        )}
      </Asked>
    </Page>
  );
}
