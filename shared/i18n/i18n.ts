import { readdirSync, readFileSync } from "node:fs";
import i18next from "i18next";

const folder = new URL("../../i18n/", import.meta.url);

/** Languages with texts, as their folders in `i18n/` say. The first is the one others fall back to. */
export const locales: string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));

function rank(locale: string): number {
  return locale === "en" ? 0 : 1;
}

const fallback = "en";

const instance = i18next.createInstance();
void instance.init({
  initAsync: false,
  lng: fallback,
  fallbackLng: fallback,
  supportedLngs: locales,
  load: "currentOnly",
  returnEmptyString: false,
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(locales.map((locale) => [locale, namespacesOf(locale)])),
});

/** English is that of Europe: the day comes first. */
const european = (locale: string | undefined) => (locale === "en" ? "en-GB" : locale);

/** The server knows no reader's zone, so its texts name moments in UTC; a page writes them in the reader's own. */
instance.services.formatter?.add("instant", (value, locale) =>
  new Intl.DateTimeFormat(european(locale), {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
    timeZoneName: "short",
  }).format(new Date(value)),
);

/** Days without a zone: the same for every reader. */
export const days = (first: string, last: string, locale: string): string =>
  new Intl.DateTimeFormat(european(locale), {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).formatRange(new Date(first), new Date(last));

instance.services.formatter?.add("day", (value, locale = fallback) => days(value, value, locale));

/** Codes of parties, as whoever is one of them is called. */
instance.services.formatter?.add("parties", (parties: string[], locale = fallback) =>
  new Intl.ListFormat(locale, { type: "disjunction" }).format(
    parties.map((party) => text(locale, "kernel", `parties.${party}`)),
  ),
);

function namespacesOf(locale: string): Record<string, object> {
  const files = readdirSync(new URL(`${locale}/`, folder)).filter((file) => file.endsWith(".json"));
  return Object.fromEntries(
    files.map((file) => [
      file.slice(0, -5),
      JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), "utf8")),
    ]),
  );
}

/** The text of a key, in the locale or else in English. Several keys: the first that has a text. */
export function text(locale: string, namespace: string, key: string | string[], params: object = {}): string {
  return instance.t(key, { ...params, ns: namespace, lng: locale });
}

/** The same for a page or a letter in HTML: what is filled in stays text there. */
export function html(locale: string, namespace: string, key: string, params: object = {}): string {
  return instance.t(key, { ...params, ns: namespace, lng: locale, interpolation: { escapeValue: true } });
}

/** The best of our languages for an `Accept-Language` header. */
export function localeOf(header: string | undefined): string {
  if (!header) return fallback;
  const known = cache.get(header);
  if (known) return known;
  const locale = wanted(header).find((language) => locales.includes(language)) ?? fallback;
  if (cache.size < 1_000) cache.set(header, locale);
  return locale;
}

/** The language in which a person is written to: their own where it is offered, else the default. */
export const spoken = (tag: string, offered: { languages: string[]; defaultLanguage: string }): string =>
  wanted(tag).find((language) => offered.languages.includes(language)) ?? offered.defaultLanguage;

/** Of a text by language the reader's, else English, else any; and in which it is. */
export function wordsIn(byLanguage: Record<string, string>, language: string) {
  const known = [language, fallback, ...Object.keys(byLanguage)];
  const found = known.find((one) => byLanguage[one] !== undefined) ?? language;
  return { words: byLanguage[found] ?? "", language: found };
}

export const inLanguage = (byLanguage: Record<string, string>, language: string): string =>
  wordsIn(byLanguage, language).words;

const cache = new Map<string, string>();

function wanted(header: string): string[] {
  return header
    .split(",", 20)
    .map((part) => {
      const [tag = "", ...rest] = part.trim().split(";");
      const quality = rest.map((one) => /^\s*q=([0-9.]+)$/.exec(one)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split("-")[0]!, quality: quality ? Number(quality) : 1 };
    })
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
}
