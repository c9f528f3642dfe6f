import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { countryName, inLanguage, languageName } from "../app/format.ts";
import { useAsk } from "../app/queries.ts";

type Partner = Out<"GET /partners/:id">;
type Props = {
  page: Pick<Partner, "summary" | "country" | "region" | "ecosystems" | "language">;
  children?: ReactNode;
};

/** What a cluster says of itself to the world. */
export function Profile({ page: { summary, country, region, ecosystems, language }, children }: Props) {
  const { t, i18n } = useTranslation();
  const form = useAsk("GET /registration-form", { country });
  const regionName = (code: string) => form.data?.regions.find((one) => one.code === code)?.name ?? code;
  const ecosystemName = (code: string) => {
    const found = form.data?.ecosystems.find((one) => one.code === code);
    return found ? inLanguage(found.name, i18n.language) : code;
  };
  const place = [region && regionName(region), countryName(country, i18n.language)];
  return (
    <>
      <p className="page-lead" lang={language} dir="auto">
        {summary}
      </p>
      <dl className="facts">
        <dt>{t("partners.place")}</dt>
        <dd>{place.filter(Boolean).join(", ")}</dd>
        <dt>{t("partners.ecosystems")}</dt>
        <dd>
          <ul>
            {ecosystems.map((code) => (
              <li key={code}>{ecosystemName(code)}</li>
            ))}
          </ul>
        </dd>
        <dt>{t("partners.written-in")}</dt>
        <dd>{languageName(language, i18n.language)}</dd>
        {children}
      </dl>
    </>
  );
}
