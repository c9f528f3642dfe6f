import { setTimeout as sleep } from "node:timers/promises";
import { times } from "#services/gateway/live-listener.ts";
import { identity } from "#services/identity/identity.contract.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { officer, planOf } from "#services/missions/missions.testing.ts";
import { inRole } from "#shared/access/principal.ts";
import { follow } from "../kit/live.ts";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";

const admin = inRole("admin", "admin-1", "office");
const own = ["/api/organisations", "/api/missions", "/api/missions/ceara"];
let product: Product;
let cookie: string;

beforeAll(async () => {
  product = await startProduct();
  await admit(product, "getijkracht", "office", ["officer"], "leen");
  await product.as(officer, missions.actions.planMission, { id: "ceara", ...planOf() });
  cookie = (await signIn(product, "leen")).cookie!;
  await product.settled();
});
afterAll(() => product.stop());

/** Changes the list of organisations; gives the position from which that can be known. */
async function admitCompany(id: string): Promise<number> {
  const company = { id, kind: "company", name: id, country: "BE", size: "sme" } as const;
  const reply = await product.as(admin, identity.actions.admitOrganisation, company);
  return (reply as { position: number }).position;
}

const come = (headers: Record<string, string> = {}) => follow(product.url, own, { cookie, ...headers });
const back = (id: string | number) => come({ "last-event-id": String(id) });

it("tells whoever comes back what changed meanwhile, and nothing else", async () => {
  const first = await come();
  const heard = await admitCompany("zandbank");
  await first.heard(1);
  expect(first.told).toEqual([{ resource: "/api/organisations", position: heard }]);
  first.leave();
  const missed = await admitCompany("kielzog");
  const again = await back(first.ids().at(-1)!);
  await again.heard(1);
  await sleep(3 * times.gather);
  expect(again.told).toEqual([{ resource: "/api/organisations", position: missed }]);
  again.leave();
  const uptodate = await back(again.ids().at(-1)!);
  await sleep(3 * times.gather);
  expect(uptodate.told).toEqual([]);
  uptodate.leave();
});

it("says from its first line on up to where one is told, so that nothing is missed before the first change", async () => {
  const first = await come();
  expect(first.ids()).toEqual([product.kernel.tail.head()]);
  first.leave();
  const missed = await admitCompany("duinpoort");
  const again = await back(first.ids()[0]!);
  await again.heard(1);
  expect(again.told).toEqual([{ resource: "/api/organisations", position: missed }]);
  again.leave();
});

it("tells nothing to whoever comes for the first time: they ask for all by themselves", async () => {
  const first = await come();
  await sleep(3 * times.gather);
  expect(first.told).toEqual([]);
  first.leave();
});

it.each([["99999999"], ["-1"], ["zero"], ["1e3"], [""], ["1".repeat(400)]])(
  "tells whoever says they have heard %p that anything may have changed",
  async (id) => {
    const again = await back(id);
    await again.heard(own.length);
    const position = product.kernel.tail.head();
    expect(again.told).toEqual(own.map((resource) => ({ resource, position })));
    again.leave();
  },
);

it("moves along those to whom nothing happens, so that what they missed is never long ago", async () => {
  times.beat = 200;
  const quiet = await follow(product.url, ["/api/missions/ceara"], { cookie });
  times.beat = 20_000;
  const position = await admitCompany("bruinvis");
  await sleep(600);
  expect(quiet.told).toEqual([]);
  expect(quiet.ids().at(-1)).toBe(position);
  quiet.leave();
});

it("asks each to come back after a time of their own", async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => follow(product.url, ["/api/missions"])));
  const waits = all.map(({ retry }) => retry()!);
  for (const one of all) one.leave();
  expect(new Set(waits).size).toBeGreaterThan(10);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(1_000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(3_000);
});
