import i18next from "i18next";
import resourcesToBackend from "i18next-resources-to-backend";
import { initReactI18next } from "react-i18next";
import { days, instant } from "./format.ts";
import { offered } from "./installation.ts";
import { type Language, languages } from "./languages.ts";

const kept = "causeway.language";

export function keptLanguage(): Language {
  const wished = [localStorage.getItem(kept), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  const { languages: known, defaultLanguage } = offered();
  return wished.flatMap((tag) => known.filter((one) => one === tag))[0] ?? defaultLanguage;
}

/** The same files as the server reads, one part for each language and namespace. */
const backend = resourcesToBackend(
  (language: string, namespace: string) => import(`../../../i18n/${language}/${namespace}.json`),
);

export const i18n = i18next.createInstance();

export async function startTexts(): Promise<void> {
  await i18n
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: keptLanguage(),
      // Each language is complete (i18n/complete.unit.spec.ts), so nobody fetches a second one.
      fallbackLng: false,
      supportedLngs: Object.keys(languages),
      load: "currentOnly",
      ns: ["web", "kernel"],
      defaultNS: "web",
      returnEmptyString: false,
      interpolation: { escapeValue: false },
    });
  i18n.services.formatter?.add("instant", (value, lng) => instant(String(value), lng ?? "en"));
  i18n.services.formatter?.add("day", (value, lng) => days(String(value), String(value), lng ?? "en"));
  i18n.services.formatter?.add("parties", (parties: string[], lng = "en") =>
    new Intl.ListFormat(lng, { type: "disjunction" }).format(
      parties.map((party) =>
        (i18n.t as (key: string, options: object) => string)(`kernel:parties.${party}`, { lng }),
      ),
    ),
  );
  i18n.on("languageChanged", onLanguage);
  onLanguage(i18n.language);
}

function onLanguage(language: string): void {
  document.documentElement.lang = language;
}

export async function speak(language: Language): Promise<void> {
  if (i18n.language !== language) await i18n.changeLanguage(language);
  localStorage.setItem(kept, language);
}

/** A page asks for the texts it needs before it shows. */
export const texts =
  (...namespaces: string[]) =>
  () =>
    i18n.loadNamespaces(namespaces);
