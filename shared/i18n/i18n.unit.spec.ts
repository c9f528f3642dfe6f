import { localeOf, locales, text } from "./i18n.ts";

it.each([
  [undefined, "en"],
  ["", "en"],
  ["nl", "nl"],
  ["nl-BE", "nl"],
  ["NL-be", "nl"],
  ["nl-BE,nl;q=0.9,en;q=0.8", "nl"],
  ["en;q=0.5, nl;q=0.9", "nl"],
  ["ja, nl;q=0.3, en;q=0.2", "nl"],
  ["ja-JP", "en"],
  ["*", "en"],
  ["nl;q=0, en;q=0.1", "en"],
  ["nl;q=x, en", "nl"],
  [";;;,,,q=1", "en"],
  ["../../etc/passwd", "en"],
  ["__proto__", "en"],
  [`${"xx,".repeat(5_000)}nl`, "en"],
])("a reader who asks for %p reads %s", (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});

it("has the languages that have a folder, English first", () => {
  expect(locales[0]).toBe("en");
  expect(locales).toContain("nl");
});

it("takes the first key that has a text", () => {
  const known = text("en", "kernel", "errors.other");
  expect(text("en", "kernel", ["errors.nothing-like-it", "errors.other"])).toBe(known);
});

it("falls back to English where a language has no folder", () => {
  expect(text("ja", "kernel", "refusals.not-found")).toBe(text("en", "kernel", "refusals.not-found"));
});

it("writes moments with their zone, in the reader's language", () => {
  const params = { opensAt: "2026-11-01T08:00:00.000Z" };
  expect(text("nl", "missions", "refusals.not-open-yet", params)).toContain("1 november 2026 om 08:00 UTC");
  expect(text("en", "missions", "refusals.not-open-yet", params)).toMatch(/1 November 2026.*08:00 UTC/);
});

it("what people wrote is written as it is: it names no key and fills in nothing", () => {
  for (const partner of ["$t(gateway:status.500)", "{{capacity}}", "<b>&amp;</b>", "$1 $& $$"])
    expect(text("en", "missions", "refusals.partner-unknown", { partner, capacity: 7 })).toContain(partner);
});
