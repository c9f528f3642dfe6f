import type { missions } from "#services/missions/missions.contract.ts";
import type { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { countryNames } from "#shared/codes/codes.ts";
import type { Output } from "#shared/contract/contract.ts";
import { days, inLanguage, text } from "#shared/i18n/i18n.ts";
import { asText, element } from "./elements.ts";
import type { Installation } from "./installation.ts";
import { missionWords } from "./mission-words.ts";

/** What a public page says to everyone; `body` is HTML. */
export type PageWords = { title: string; description: string; body: string };

/** Somewhere else by now: there, after its language. */
export type Moved = { movedTo: string };

/** There is no such mission or partner. */
export const nothing = "nothing";

/** Gets what the page itself will get; undefined where there is nothing. Throws what is no answer. */
export type Ask = <T>(address: string) => Promise<T | undefined>;
type Reader = { lang: string; ask: Ask; id: string; installation: Installation | undefined };
type Page = (reader: Reader) => PageWords | Promise<PageWords | Moved | typeof nothing>;

const pages: [RegExp, Page][] = [
  [/^$/, home],
  [/^\/missions$/, allMissions],
  [/^\/missions\/([a-z0-9-]+)$/, oneMission],
  [/^\/partners$/, allPartners],
  [/^\/partners\/([a-z0-9-]+)$/, onePartner],
  [/^\/register$/, ({ lang }) => plain(lang, "web:register.title", "register:lead")],
  [/^\/help$/, (reader) => about(reader, "help", ["registering", "link", "signing-in", "seats", "data"])],
  [
    /^\/privacy$/,
    (reader) => about(reader, "privacy", ["who", "what", "why", "terms", "others", "cookies", "rights"]),
  ],
  [/^\/accessibility$/, (reader) => about(reader, "accessibility", ["standard", "known", "feedback"])],
];

type Asked = { lang: string; path: string; ask: Ask; installation: Installation | undefined };

/** What the page at this address says, after its language; none of a page that is not public. */
export async function wordsOf({
  path,
  ...reader
}: Asked): Promise<PageWords | Moved | typeof nothing | undefined> {
  for (const [address, page] of pages) {
    const [found, id = ""] = address.exec(path) ?? [];
    if (found !== undefined) return await page({ ...reader, id });
  }
  return undefined;
}

const said = (lang: string, key: string): string => {
  const [namespace = "", own = ""] = key.split(":");
  return text(lang, namespace, own);
};

/** A heading, what stands below it, and the rest. */
function worded(title: string, lead: string, rest: string[] = []): PageWords {
  const head = [element("h1", asText(title)), element("p", asText(lead))];
  return { title, description: lead, body: [...head, ...rest].join("") };
}

const plain = (lang: string, title: string, lead: string): PageWords =>
  worded(said(lang, title), said(lang, lead));

const link = (href: string, words: string) => element("a", asText(words), { href });
const rows = (all: string[]) => element("ul", all.map((one) => element("li", one)).join(""));

function home({ lang }: Reader): PageWords {
  const doors = (["register", "missions", "partners"] as const).map((door) => {
    const [name, why] = [said(lang, `home:${door}`), said(lang, `home:${door}-why`)];
    return `${link(`/${lang}/${door}`, name)} ${asText(why)}`;
  });
  return withRows(plain(lang, "home:title", "home:lead"), doors);
}

const withRows = (words: PageWords, all: string[]): PageWords => ({ ...words, body: words.body + rows(all) });

type Mission = Output<typeof missions.actions.mission>;
type Missions = Output<typeof missions.actions.missions>;
type Partner = Output<typeof partnerships.actions.partner>;
type Partners = Output<typeof partnerships.actions.partners>;

const isOver = ({ lastDay }: { lastDay: string }) => lastDay < new Date().toISOString().slice(0, 10);

async function allMissions({ lang, ask }: Reader): Promise<PageWords> {
  const found = await ask<Missions>("/api/missions?limit=100");
  const coming = (found?.rows ?? [])
    .filter((mission) => !isOver(mission) && mission.state !== "cancelled")
    .map(
      (mission) =>
        `${link(`/${lang}/missions/${mission.id}`, inLanguage(mission.title, lang))} ${asText(whenAndWhere(mission, lang))}`,
    );
  return withRows(plain(lang, "missions:missions.title", "missions:missions.lead"), coming);
}

/** Of one that is cancelled also that. */
function whenAndWhere({ firstDay, lastDay, legs, state }: Missions["rows"][number], lang: string): string {
  const told = [days(firstDay, lastDay, lang), ...legs.map(({ city }) => city)];
  return [...told, ...(state === "cancelled" ? [said(lang, "missions:states.cancelled")] : [])].join(", ");
}

async function oneMission({ lang, ask, id }: Reader): Promise<PageWords | typeof nothing> {
  const mission = await ask<Mission>(`/api/missions/${id}`);
  if (!mission) return nothing;
  const partners = mission.partnerNames.map((partner) =>
    link(`/${lang}/partners/${partner.id}`, partner.name),
  );
  const words = worded(inLanguage(mission.title, lang), whenAndWhere(mission, lang), [
    missionWords(mission, lang),
  ]);
  return withRows(words, partners);
}

async function allPartners({ lang, ask }: Reader): Promise<PageWords> {
  const found = await ask<Partners>("/api/partners?limit=20");
  const names = countryNames(lang);
  const all = (found?.rows ?? []).map(
    ({ id, name, country, summary, language }) =>
      `${link(`/${lang}/partners/${id}`, name)} ${asText(names.get(country) ?? country)} ${own(summary, language)}`,
  );
  return withRows(plain(lang, "web:partners.title", "partners:lead"), all);
}

/** In the language in which a cluster wrote it. */
const own = (words: string, lang: string) => element("span", asText(words), { lang, dir: "auto" });

async function onePartner({ lang, ask, id }: Reader): Promise<PageWords | Moved | typeof nothing> {
  const partner = await ask<Partner>(`/api/partners/${id}`);
  if (!partner) return nothing;
  if (partner.id !== id) return { movedTo: `/partners/${partner.id}` };
  const { name, country, summary, language } = partner;
  const where = countryNames(lang).get(country) ?? country;
  const body =
    element("h1", asText(name)) + element("p", asText(where)) + element("p", own(summary, language));
  return { title: name, description: summary, body };
}

function about({ lang, installation }: Reader, topic: string, parts: string[]): PageWords {
  const name = installation ? inLanguage(installation.name, lang) : "";
  const told = parts.flatMap((part) => [
    element("h2", asText(said(lang, `about:${topic}.parts.${part}.title`))),
    element("p", asText(text(lang, "about", `${topic}.parts.${part}.text`, { name }))),
  ]);
  return worded(said(lang, `about:${topic}.title`), said(lang, `about:${topic}.lead`), told);
}
