import { kitakyushu } from "#services/partnerships/partnerships.testing.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { openClient } from "../kit/client.ts";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { confirmAddress } from "../kit/registrations.ts";

let product: Product;
let registration: string;
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));

beforeAll(async () => {
  product = await startProduct({ clock });
  await admit(product, "getijkracht", "office", ["officer"], "leen");
  for (const company of ["zandbank", "kielzog"])
    await admit(product, company, "company", ["member"], company);
});
afterAll(() => product.stop());

it("runs the main job: a foreign cluster becomes a partner, and two companies want the last seat", async () => {
  const cluster = openClient(product.url);
  const started = await cluster.send("POST", "/api/registrations/drafts", {
    body: { country: "JP", language: "en" },
  });
  expect(started.status).toBe(200);
  const { id, link } = started.body;
  const byLink = openClient(product.url, { "causeway-link": link });
  const saved = await byLink.send("PATCH", `/api/registrations/${id}/draft`, {
    body: { changes: kitakyushu },
    headers: { "if-match": '"1"' },
  });
  expect(saved.body).toEqual({ version: 2, others: [] });
  const early = await byLink.send("POST", `/api/registrations/${id}/submission`, {
    headers: { "if-match": '"2"' },
  });
  expect([early.status, early.body.code]).toEqual([409, "partnerships.address-unconfirmed"]);
  await confirmAddress(byLink, id);
  const sent = await byLink.send("POST", `/api/registrations/${id}/submission`, {
    headers: { "if-match": '"2"' },
  });
  expect(sent.body).toMatchObject({ state: "submitted" });

  // The officer's page has not seen what the cluster's has.
  await product.settled();
  const officer = await signIn(product, "leen");
  const submitted = await officer.get("/api/registrations?state=submitted");
  expect(submitted.body.rows).toMatchObject([{ id, name: "Kitakyushu Green Port", country: "JP" }]);
  const { version } = submitted.body.rows[0];
  const accepted = await officer.send("POST", `/api/registrations/${id}/acceptance`, {
    headers: { "if-match": `"${version}"` },
  });
  expect(accepted.body).toMatchObject({ state: "accepted" });
  const again = await officer.send("POST", `/api/registrations/${id}/rejection`, {
    body: { reason: "No." },
    headers: { "if-match": `"${version}"` },
  });
  expect(again.status).toBe(412);

  expect((await byLink.send("POST", `/api/registrations/${id}/confirmation`)).body).toMatchObject({
    state: "published",
  });
  const partners = await byLink.get("/api/partners");
  expect(partners.body.rows).toMatchObject([{ id, name: "Kitakyushu Green Port" }]);

  const plan = {
    id: "kitakyushu-2027",
    title: { nl: "Kitakyushu: opslag", en: "Kitakyushu: storage" },
    from: "BE",
    legs: [
      {
        ...{ city: "Kitakyushu", country: "JP", timeZone: "Asia/Tokyo" },
        ...{ firstDay: "2027-02-27", lastDay: "2027-03-03", programme: [] },
      },
    ],
    ...{ firstDay: "2027-02-27", lastDay: "2027-03-03", capacity: 1, minimum: 1, partners: [id] },
    ...{ goals: [], targetProfile: [] },
    ...{ signUpOpensAt: "2026-11-01T08:00:00.000Z", signUpClosesAt: "2026-12-15T16:00:00.000Z" },
  };
  expect((await officer.send("POST", "/api/missions", { body: plan })).body).toMatchObject({
    mission: plan.id,
  });
  await product.settled();
  const [zandbank, kielzog] = [await signIn(product, "zandbank"), await signIn(product, "kielzog")];
  const claims = await Promise.all([
    zandbank.send("POST", `/api/missions/${plan.id}/claims`, { body: { company: "zandbank", seats: 1 } }),
    kielzog.send("POST", `/api/missions/${plan.id}/claims`, { body: { company: "kielzog", seats: 1 } }),
  ]);
  expect(claims.map(({ body }) => body.state).sort()).toEqual(["confirmed", "waiting"]);
  const winner =
    claims[0].body.state === "confirmed"
      ? { client: zandbank, company: "zandbank" }
      : { client: kielzog, company: "kielzog" };
  const loser = winner.company === "zandbank" ? "kielzog" : "zandbank";
  const withdraw = () =>
    winner.client.send("POST", `/api/missions/${plan.id}/withdrawals`, {
      body: { company: winner.company },
      key: "the-key-of-a-withdrawal",
    });
  const withdrawn = await withdraw();
  expect(withdrawn.body).toEqual({ state: "withdrawn", position: expect.any(Number) });
  await asItWasStored(withdrawn.body.position, { promoted: [loser] });
  expect((await withdraw()).body).toEqual(withdrawn.body);
  await product.settled();
  const entries = await officer.get(`/api/missions/${plan.id}/entries?state=confirmed`);
  expect(entries.body.rows).toMatchObject([{ company: loser }]);
  expect((await officer.get(`/api/missions/${plan.id}`)).body).toMatchObject({
    taken: 1,
    waiting: 0,
    partnerNames: [{ name: "Kitakyushu Green Port" }],
  });
  registration = id;
});

/** The reply that an earlier version stored told the company who had moved up. */
async function asItWasStored(position: number, more: object) {
  const { log } = product.kernel;
  const commit = (await log.findOne({ _id: position }))!;
  for (const outcome of commit.entries.flatMap(({ outcomes }) => outcomes))
    outcome.reply = { ...(outcome.reply as object), ...more };
  await log.replaceOne({ _id: position }, commit);
}

it("I5: the timeline of a registration says what happened, and who did it", async () => {
  const officer = await signIn(product, "leen");
  const timeline = await officer.get(`/api/registrations/${registration}/timeline`);
  expect(timeline.body.rows.map((row: any) => row.event)).toEqual([
    "ProfileConfirmed",
    "RegistrationAccepted",
    "OwnerAssigned",
    "RegistrationSubmitted",
  ]);
  expect(timeline.body.rows[1].who).toBe("Person of getijkracht, Organisation getijkracht");
});
