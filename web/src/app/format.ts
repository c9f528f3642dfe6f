/** Dates and names as the reader writes them; the browser knows how. English is that of Europe: the day comes first. */
export const localeOf = (language: string) => (language === "en" ? "en-GB" : language);

const made = new Map<string, unknown>();

export function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

/** A moment in the reader's own zone, with the zone named. */
export function instant(iso: string, language: string): string {
  const options = {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  } as const;
  return once(`instant ${language}`, () => new Intl.DateTimeFormat(localeOf(language), options)).format(
    new Date(iso),
  );
}

/** The day of a moment in the reader's own zone. */
export function dayOf(iso: string, language: string): string {
  const options = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  return once(`day ${language}`, () => new Intl.DateTimeFormat(localeOf(language), options)).format(
    new Date(iso),
  );
}

/** Days without a zone: the same for every reader. */
export function days(first: string, last: string, language: string): string {
  const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  const format = once(`days ${language}`, () => new Intl.DateTimeFormat(localeOf(language), options));
  return format.formatRange(new Date(first), new Date(last));
}

export const number = (value: number, language: string): string =>
  once(`number ${language}`, () => new Intl.NumberFormat(localeOf(language))).format(value);

/** A decimal number as somebody types it, with the mark of their language, whichever they typed: "2.5" is "2,5" in Dutch. */
export const withOwnMark = (typed: string, language: string): string =>
  typed.replace(/[.,]/, number(0.5, language).charAt(1));

export const countryName = (code: string, language: string): string => nameOf("region", code, language);

export const languageName = (tag: string, language: string): string => nameOf("language", tag, language);

/** What the browser cannot name, or what is no code at all, is shown as it is stored. */
function nameOf(type: "region" | "language", code: string, language: string): string {
  const names = once(
    `${type} ${language}`,
    () => new Intl.DisplayNames(localeOf(language), { type, fallback: "none" }),
  );
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Of a text by language the reader's, else English, else any; and in which it is. */
export function wordsIn(byLanguage: Record<string, string>, language: string) {
  const known = [language, "en", ...Object.keys(byLanguage)];
  const found = known.find((one) => byLanguage[one] !== undefined) ?? language;
  return { words: byLanguage[found] ?? "", language: found };
}

export const inLanguage = (byLanguage: Record<string, string>, language: string): string =>
  wordsIn(byLanguage, language).words;
