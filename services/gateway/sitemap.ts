import { element } from "./elements.ts";
import type { Ask } from "./page-words.ts";

/** A page in all languages; `path` comes after the language. */
type Listed = { path: string; changedOn?: string };

/** What anyone may read, beside missions and partners. */
export const publicPages = ["", "/missions", "/partners", "/register", "/help", "/privacy", "/accessibility"];

/** So many pages in up to a dozen languages are fewer than the 50,000 addresses of the protocol. */
const mostOfEach = 2_000;

export async function everyPublicPage(ask: Ask): Promise<Listed[]> {
  const missions = await allOf<{ id: string }>(ask, "/api/missions");
  const partners = await allOf<{ id: string; publishedAt: string }>(ask, "/api/partners");
  return [
    ...publicPages.map((path) => ({ path })),
    ...missions.map(({ id }) => ({ path: `/missions/${id}` })),
    ...partners.map(({ id, publishedAt }) => ({
      ...{ path: `/partners/${id}`, changedOn: publishedAt.slice(0, 10) },
    })),
  ];
}

async function allOf<Row>(ask: Ask, address: string): Promise<Row[]> {
  const rows: Row[] = [];
  let next: string | undefined = "";
  while (next !== undefined && rows.length < mostOfEach) {
    const from: string = next && `&after=${encodeURIComponent(next)}`;
    const page: { rows: Row[]; next?: string } | undefined = await ask(`${address}?limit=100${from}`);
    rows.push(...(page?.rows ?? []));
    next = page?.next;
  }
  return rows;
}

/** sitemaps.org 0.9, with each language naming all others as a page's own head does. */
export function sitemapOf(origin: string, languages: string[], pages: Listed[]): string {
  const urls = pages.flatMap((page) => languages.map((language) => urlOf(origin, languages, page, language)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("urlset", urls.join("\n"), {
    xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
  })}\n`;
}

function urlOf(origin: string, languages: string[], { path, changedOn }: Listed, language: string): string {
  const alternate = (hreflang: string, href: string) =>
    element("xhtml:link", "", { rel: "alternate", hreflang, href });
  return element(
    "url",
    [
      element("loc", `${origin}/${language}${path}`),
      ...(changedOn ? [element("lastmod", changedOn)] : []),
      ...languages.map((one) => alternate(one, `${origin}/${one}${path}`)),
      alternate("x-default", `${origin}${path || "/"}`),
    ].join(""),
  );
}
