import { isPageAddress } from "./page-addresses.ts";
import { everyPublicPage, publicPages, sitemapOf } from "./sitemap.ts";

it("H14: names each page once in each language, with all others and one for whoever has said none", () => {
  const map = sitemapOf("https://portal.example", ["nl", "en"], [{ path: "" }, { path: "/partners/x" }]);
  const all = [...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
  expect(all).toEqual([
    ...["https://portal.example/nl", "https://portal.example/en"],
    ...["https://portal.example/nl/partners/x", "https://portal.example/en/partners/x"],
  ]);
  for (const [language, path] of Object.entries({ nl: "/nl", en: "/en", "x-default": "/" }))
    expect(map).toContain(`hreflang="${language}" href="https://portal.example${path}"`);
  expect(map.match(/<xhtml:link /g)).toHaveLength(4 * 3);
});

it("H14: names pages that there are", () => {
  for (const path of publicPages) expect([path, isPageAddress(`/nl${path}`)]).toEqual([path, true]);
});

it("H14: names all missions and partners, page after page, with the day of a partner's page", async () => {
  const answers: Record<string, object> = {
    "/api/missions?limit=100": { rows: [{ id: "ceara" }], next: "a/b" },
    "/api/missions?limit=100&after=a%2Fb": { rows: [{ id: "kobe" }] },
    "/api/partners?limit=100": { rows: [{ id: "port", publishedAt: "2026-11-23T09:00:00Z" }] },
  };
  const pages = await everyPublicPage(async (address) => answers[address] as never);
  expect(pages.slice(publicPages.length)).toEqual([
    { path: "/missions/ceara" },
    { path: "/missions/kobe" },
    { path: "/partners/port", changedOn: "2026-11-23" },
  ]);
});
