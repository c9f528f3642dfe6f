import { missions } from "#services/missions/missions.contract.ts";
import { planOf } from "#services/missions/missions.testing.ts";
import { kitakyushu } from "#services/partnerships/partnerships.testing.ts";
import { inRole } from "#shared/access/principal.ts";
import { openClient } from "../kit/client.ts";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";

let product: Product;

beforeAll(async () => {
  product = await startProduct();
  await admit(product, "getijkracht", "office", ["officer"], "leen");
  await admit(product, "getijkracht-audit", "office", ["auditor"], "nadia");
});
afterAll(() => product.stop());

it("A1: a link that was replaced makes no other, though it was used a moment ago", async () => {
  const started = await openClient(product.url).send("POST", "/api/registrations/drafts", {
    body: { country: "JP", language: "en" },
  });
  const { id, link: old } = started.body;
  const byOld = openClient(product.url, { "causeway-link": old });
  const { link: renewed } = (await byOld.send("POST", `/api/registrations/${id}/link`)).body;
  expect((await byOld.get(`/api/registrations/${id}/own`)).status).toBe(200);
  const owner = openClient(product.url, { "causeway-link": renewed });
  expect((await owner.get(`/api/registrations/${id}/own`)).status).toBe(200);
  const save = (client: typeof owner) =>
    client.send("PATCH", `/api/registrations/${id}/draft`, {
      body: { changes: { name: kitakyushu.name } },
      headers: { "if-match": '"1"' },
    });
  expect((await byOld.send("POST", `/api/registrations/${id}/link`)).status).toBe(404);
  expect((await save(byOld)).status).toBe(404);
  expect((await save(owner)).status).toBe(200);
});

it("gives no seats to a company that is called as every object is born", async () => {
  const { actions } = missions;
  const officer = inRole("officer", "leen", "getijkracht");
  expect(await product.as(officer, actions.planMission, { id: "kobe", ...planOf() })).not.toHaveProperty(
    "refused",
  );
  await product.settled();
  const claimed = await product.as(officer, actions.claim, {
    mission: "kobe",
    company: "constructor",
    seats: 1,
  });
  expect(claimed).toEqual({ refused: "missions.company-unknown", params: { company: "constructor" } });
});

it("asks for a live page one thing after the other, and the same thing once", async () => {
  const { broker } = product;
  const call = broker.call.bind(broker);
  let [asked, now, most] = [0, 0, 0];
  broker.call = (async (name: string, ...rest: [any, any]) => {
    const counts = name === missions.actions.mission.name;
    if (counts) [asked, now] = [asked + 1, now + 1];
    most = Math.max(most, now);
    return call(name, ...rest).finally(() => {
      if (counts) now -= 1;
    });
  }) as any;
  const follow = async (paths: string[]) =>
    (await fetch(`${product.url}/api/live?resources=${paths.join(",")}`)).status;
  expect(await follow(Array(50).fill("/api/missions/not-there"))).toBe(404);
  expect([asked, most]).toEqual([1, 1]);
  expect(await follow(Array.from({ length: 50 }, (_, n) => `/api/missions/not-there-${n}`))).toBe(404);
  expect([asked, most]).toEqual([51, 1]);
  broker.call = call as any;
});

it("refuses a moment that there is not, where a list goes on", async () => {
  const officer = await signIn(product, "leen");
  for (const moment of ["2026-99-99T00:00:00.000Z", "2026-11-29T99:99:99.99Z"])
    expect((await officer.get(`/api/letters?before=${moment}/abc`)).status).toBe(400);
});
