import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole, nobody, type Principal } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import type { Output } from "#shared/contract/contract.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { partnerships } from "../partnerships.contract.ts";
import partnershipsService from "../partnerships.service.ts";
import { confirmAddress, kitakyushu } from "../partnerships.testing.ts";

const { actions } = partnerships;
const leen = inRole("officer", "leen", "office");
const clock = manualClock(new Date("2026-11-25T09:00:00Z"));
let node: TestNode;
let id: string;
let link: Principal;

/** A moment after each step, and what the record itself said then. */
const moments: { at: string; said: Output<typeof actions.registration> }[] = [];
const hour = () => clock.set(new Date(clock.now().getTime() + 3_600_000));

async function step(taken: () => Promise<unknown>) {
  hour();
  expect(await taken()).not.toHaveProperty("refused");
  await node.settled();
  hour();
  const said = (await node.as(leen, actions.registration, { id })) as Output<typeof actions.registration>;
  moments.push({ at: clock.now().toISOString(), said });
}

const asItWas = (at: string, who: Principal = leen) =>
  node.as(who, actions.registrationAsItWas, { id, at }) as Promise<
    Output<typeof actions.registrationAsItWas>
  >;

beforeAll(async () => {
  const services = [logService, identityService, mailService, partnershipsService, settingsService];
  node = await startNode({ services, clock });
  const started: any = await node.as(nobody, actions.startDraft, { country: "JP", language: "en" });
  id = started.id;
  link = { kind: "link", registration: id };
  await node.as(link, actions.saveDraft, { id, version: 1, changes: kitakyushu });
  await confirmAddress(node, id);
  await step(() => node.as(link, actions.submit, { id, version: 2 }));
  const seen = () => ({ id, version: moments.at(-1)!.said.version });
  await step(() => node.as(leen, actions.askChanges, { ...seen(), note: "Which harbours?" }));
  await node.as(link, actions.saveDraft, { id, version: 2, changes: { summary: "Two harbours of wind." } });
  await step(() => node.as(link, actions.submit, { id, version: 3 }));
  await step(() => node.as(leen, actions.reject, { ...seen(), reason: "Not a cluster yet." }));
});
afterAll(() => node.stop());

it("I5: a registration is shown as it was at any moment, whatever has become of it since", async () => {
  expect(moments.map(({ said }) => said.state)).toEqual([
    "submitted",
    "changes-asked",
    "submitted",
    "rejected",
  ]);
  for (const { at, said } of moments) {
    const { state, dueAt, answers } = await asItWas(at);
    expect({ state, dueAt, answers }).toEqual({
      state: said.state,
      dueAt: said.dueAt,
      answers: said.answers,
    });
  }
  expect(await asItWas("2026-11-25T09:00:00.000Z")).toEqual({ answers: {}, setBy: [] });
});

it("I5: each of its fields says the event that set it, with its moment and the reason", async () => {
  const { setBy } = await asItWas(moments.at(-1)!.at);
  const of = (fact: string) => setBy.find((one) => one.fact === fact);
  expect(of("name")).toMatchObject({ event: "RegistrationSubmitted", at: "2026-11-25T10:00:00.000Z" });
  expect(of("summary")).toMatchObject({ event: "RegistrationResubmitted" });
  expect(of("state")).toMatchObject({ event: "RegistrationRejected", text: "Not a cluster yet." });
  expect(of("dueAt")).toBeUndefined();
  const asked = await asItWas(moments[1]!.at);
  expect(asked.setBy.find(({ fact }) => fact === "state")).toMatchObject({
    event: "ChangesAsked",
    text: "Which harbours?",
  });
});

it("I5: its cluster may see it too, and nobody else's", async () => {
  const [{ at, said }] = [moments[0]!];
  expect(await asItWas(at, link)).toMatchObject({ state: "submitted", answers: said.answers });
  expect(await asItWas(at, { kind: "link", registration: "another-one" })).toEqual({
    refused: "not-found",
    params: {},
  });
});

it("I5: what was erased since is not there at any moment", async () => {
  await node.as(link, actions.eraseRegistration, { id });
  await node.settled();
  for (const { at, said } of moments) {
    const { state, answers, setBy } = await asItWas(at);
    expect([state, answers]).toEqual([said.state, {}]);
    expect(JSON.stringify(setBy)).not.toMatch(/harbours|Aiko/);
  }
});
