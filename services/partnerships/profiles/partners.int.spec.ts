import fc from "fast-check";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { nobody } from "#shared/access/principal.ts";
import type { Input } from "#shared/contract/contract.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { partnerships } from "../partnerships.contract.ts";
import partnershipsService from "../partnerships.service.ts";
import { publishPage, type Shown } from "../partnerships.testing.ts";

const { actions } = partnerships;
type Asked = Partial<Input<typeof actions.partners>>;

const countries = ["BR", "JP", "FR", "CV"];
const ecosystems = ["digital", "health", "renewable-energy"];
const languages = ["en", "ja", "pt"];
const parts = [
  "Harbour",
  "hydrogen",
  "Énergie",
  "wind",
  "knowledge",
  "acknowledge",
  "Straße",
  "北九州市の港",
];

let node: TestNode;
/** All that are published, by id. */
const shown = new Map<string, Shown>();

beforeAll(async () => {
  node = await startNode({
    services: [logService, identityService, partnershipsService, mailService, settingsService],
  });
  // No two alike in all, and several of each.
  for (let n = 0; n < 24; n++) await publish(n);
  await node.settled();
}, 120_000);
afterAll(() => node.stop());

async function publish(n: number): Promise<string> {
  const page = {
    name: `${parts[n % parts.length]} ${n % 5}`,
    country: countries[n % 4]!,
    ecosystems: ecosystems.filter((_one, bit) => (n + 1) & (1 << bit)),
    language: languages[n % 3]!,
    summary: `${parts[(n + 3) % parts.length]}, ${parts[(n * 5) % parts.length]}`,
  };
  const id = await publishPage(node, page);
  shown.set(id, page);
  return id;
}

async function takeDown(id: string): Promise<void> {
  await node.as({ kind: "link", registration: id }, actions.takeDown, { id });
  shown.delete(id);
}

async function ask(asked: Asked) {
  const reply = await node.as(nobody, actions.partners, { limit: 100, ...asked });
  if ("refused" in reply) throw new Error(JSON.stringify(reply));
  return reply;
}

/** Ids of each page, one after the other; `between` is done after each. */
async function pagesOf(asked: Asked, limit: number, between = async () => {}): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await ask({ ...asked, limit, ...(after && { after }) });
    pages.push(rows.map(({ id }) => id));
    after = next;
    if (after) await between();
  } while (after);
  return pages;
}

const isBase = (one: string, other: string) => one.localeCompare(other, "de", { sensitivity: "base" }) === 0;

/** The same question, answered one partner after the other. */
const alone = {
  takes: (page: Shown, { country, ecosystem, language, find }: Asked) =>
    (!country || country.includes(page.country)) &&
    (!ecosystem || ecosystem.some((code) => page.ecosystems.includes(code))) &&
    (!language || language.includes(page.language)) &&
    (!find || find.split(" ").every((word) => alone.hasWord(page, word))),
  hasWord: ({ name, summary }: Shown, word: string) =>
    `${name} ${summary}`
      .split(/[ ,]+/)
      .some((own) => isBase(own, word) || (word.length > 2 && isBase(own.slice(0, word.length), word))),
  count: (asked: Asked) => [...shown.values()].filter((page) => alone.takes(page, asked)).length,
};

const some = (codes: string[]) => fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1 });
const anything = fc.record(
  {
    country: some([...countries, "BE"]),
    ecosystem: some([...ecosystems, "textiles"]),
    language: some([...languages, "nl"]),
    find: some([...parts.slice(0, 6), "ENERGIE", "strasse", "ener", "HYD", "hy", "kno", "now"]).map((words) =>
      words.join(" "),
    ),
  },
  { requiredKeys: [] },
);

it("B6: lists and counts what one would find by looking at every partner, whatever is chosen", async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (asked) => {
      const { rows, total, facets } = await ask(asked);
      const wanted = [...shown].filter(([, page]) => alone.takes(page, asked)).map(([id]) => id);
      expect(rows.map(({ id }) => id).sort()).toEqual(wanted.sort());
      expect(total).toBe(wanted.length);
      for (const facet of ["country", "ecosystem", "language"] as const) {
        const { [facet]: chosen = [], ...others } = asked;
        const counted = facets[facet].map(({ code, count }) => [code, count] as const);
        for (const [code, count] of counted)
          expect([code, alone.count({ ...others, [facet]: [code] })]).toEqual([code, count]);
        const all = { country: countries, ecosystem: ecosystems, language: languages }[facet];
        const named = counted.map(([code]) => code);
        expect(named).toEqual(expect.arrayContaining(chosen));
        for (const code of all)
          expect(named.includes(code) || !alone.count({ ...others, [facet]: [code] })).toBe(true);
        expect(counted.map(([, count]) => count)).toEqual(
          counted.map(([, count]) => count).sort((a, b) => b - a),
        );
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);

it("B6: finds words and how they begin, whatever their capitals and accents, and takes signs for no more than signs", async () => {
  const found = async (find: string) => new Set((await ask({ find })).rows.map(({ id }) => shown.get(id)!));
  const having = (part: string) =>
    new Set(
      [...shown.values()].filter(({ name, summary }) => `${name} ${summary}`.split(/[ ,]+/).includes(part)),
    );
  expect(await found("knowledge")).toEqual(having("knowledge"));
  expect(await found("knowl")).toEqual(having("knowledge"));
  expect(await found("éner")).toEqual(having("Énergie"));
  expect(await found("hydro*")).toEqual(having("hydrogen"));
  expect(await found("har")).toEqual(having("Harbour"));
  expect(await found("ENERGIE")).toEqual(having("Énergie"));
  expect(await found("strasse")).toEqual(having("Straße"));
  expect(await found("  Hydrogen -- wind? ")).toEqual(await found("wind hydrogen"));
  expect(await found("北九州")).toEqual(having("北九州市の港"));
  for (const find of ["nowledge", "ha", "$ne", "a OR b", '"hydrogen wind knowledge"'])
    expect(await found(find)).toEqual(new Set());
});

it("B6: gives every page in one order, each partner once, without an end that is set", async () => {
  const { rows } = await ask({});
  const ids = rows.map(({ id }) => id);
  const names = rows.map(({ name }) =>
    name.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase(),
  );
  expect(names).toEqual([...names].sort());
  for (const limit of [1, 5, 23, 24, 25]) {
    const pages = await pagesOf({}, limit);
    expect(pages.flat()).toEqual(ids);
    expect(pages.length).toBe(Math.ceil(ids.length / limit));
  }
});

it("B6: shows whoever stays once while others come and go between two pages", async () => {
  const stay = [...shown.keys()];
  const [first = "", second = "", ...rest] = (await ask({})).rows.map(({ id }) => id);
  let round = 0;
  const pages = await pagesOf({}, 3, async () => {
    const gone = [first, second, rest.at(-1)!, rest[4]!][round];
    if (gone && shown.has(gone)) await takeDown(gone);
    if (round < 4) await publish(24 + round);
    await node.settled();
    round++;
  });
  const seen = pages.flat();
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(stay.filter((id) => shown.has(id))));
  expect((await ask({})).total).toBe(shown.size);
}, 60_000);

it.each([
  ["a country", { country: ["BE", "ZZ"] }, "/country/1", "lists"],
  ["an ecosystem", { ecosystem: ["sorcery"] }, "/ecosystem/0", "lists"],
  ["a language", { language: ["english"] }, "/language/0", "language"],
  ["a country twice", { country: ["BE", "BE"] }, "/country", "uniqueItems"],
  ["nothing to find", { find: " -- " }, "/find", "pattern"],
])("B6: refuses %s that there is not, and says where", async (_what, asked, pointer, code) => {
  const reply = node.as(nobody, actions.partners, { limit: 20, ...asked });
  await expect(reply).rejects.toMatchObject({ data: [{ pointer, code }] });
});
