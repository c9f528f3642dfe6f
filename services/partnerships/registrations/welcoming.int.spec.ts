import { identity } from "#services/identity/identity.contract.ts";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { askSettings } from "#services/settings-now.ts";
import { inRole } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { documentsOf } from "#shared/documents/collection.ts";
import { newId } from "#shared/ids.ts";
import { alarmsOf } from "#shared/reactions/alarms.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { partnerships } from "../partnerships.contract.ts";
import partnershipsService from "../partnerships.service.ts";
import { registration } from "./registrations.ts";
import * as rules from "./rules.ts";

const { actions } = partnerships;
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
const officer = inRole("officer", "leen", "getijkracht");
let node: TestNode;

beforeAll(async () => {
  node = await startNode({
    services: [logService, identityService, partnershipsService, mailService, settingsService],
    clock,
  });
});
afterAll(() => node.stop());

/** What was submitted while its codes were current, and is answered by a portal with newer lists. */
async function submittedBefore(own: { country: string; region?: string }): Promise<string> {
  const id = newId();
  const answers = { answers: newId(), name: "Port of Before", ...own };
  await documentsOf(node.kernel.mongo, "partnerships").create({
    ...{ _id: answers.answers, kind: "answers", term: "two-years-after-decision", at: clock.now() },
    doc: { ...own, summary: "A port." },
  });
  await node.kernel.executor.execute({
    feature: registration,
    stream: `registration/${id}`,
    decide: rules.submit,
    command: { ...answers, ecosystems: [], language: "en", criteria: [] },
    facts: { office: await askSettings(node.broker, "partnerships") },
    reply: () => ({}),
    by: { kind: "link", registration: id },
    ...{ name: actions.submit.name, key: newId(), hash: newId() },
  });
  await node.settled();
  return id;
}

it.each([
  ["a country", { country: "AN" }],
  ["a region", { country: "NL", region: "NL31" }],
])("B1: welcomes a cluster with %s that was retired after it registered", async (_what, place) => {
  const id = await submittedBefore(place);
  const { version } = (await node.as(officer, actions.registration, { id })) as { version: number };
  await node.as(officer, actions.accept, { id, version });
  await node.as({ kind: "link", registration: id }, actions.confirm, { id });
  await node.settled();
  const { rows } = (await node.as(officer, identity.actions.organisations, {
    kind: "cluster",
    limit: 9,
  })) as any;
  expect(rows).toContainEqual({
    id,
    kind: "cluster",
    name: "Port of Before",
    ...place,
    size: "none",
    isLed: false,
  });
  const alarms = await alarmsOf(node.kernel.mongo).find({ action: actions.expire.name }).toArray();
  expect(alarms.map(({ input }) => input)).toContainEqual({ id, expiresAt: expect.any(String) });
  expect(await node.as(officer, actions.partner, { id })).toMatchObject({ id, ...place });
});

it("A4: a page is taken down at once, by its cluster or the office, and once", async () => {
  for (const by of ["cluster", "office"]) {
    const id = await submittedBefore({ country: "JP", region: "JP-40" });
    const { version } = (await node.as(officer, actions.registration, { id })) as { version: number };
    await node.as(officer, actions.accept, { id, version });
    const cluster = { kind: "link", registration: id } as const;
    await node.as(cluster, actions.confirm, { id });
    await node.settled();
    expect(await node.as(officer, actions.partner, { id })).toMatchObject({ id });
    const who = by === "cluster" ? cluster : inRole("officer", "leen", "getijkracht", clock.now().getTime());
    expect(await node.as(who, actions.takeDown, { id })).toMatchObject({ state: "expired" });
    await node.settled();
    expect(await node.as(officer, actions.partner, { id })).toMatchObject({ refused: "not-found" });
    expect(await node.as(who, actions.takeDown, { id })).toMatchObject({
      refused: "partnerships.illegal-step",
      params: { state: "expired", allowed: ["submit", "merge"] },
    });
  }
});
