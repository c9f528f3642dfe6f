export const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** The name of a day of the week, 1 is Monday. The first of January 2024 was one. */
export const weekday = (day: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, day));
