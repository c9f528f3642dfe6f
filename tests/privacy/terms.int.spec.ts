import { jest } from "@jest/globals";
import { services } from "#services/all.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { confirmAddress, kitakyushu } from "#services/partnerships/partnerships.testing.ts";
import { inRole, nobody, type Principal } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { allPartsOf } from "#shared/contract/serve.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { atRest } from "../kit/at-rest.ts";
import { wordsIn } from "../kit/words-in.ts";

jest.setTimeout(60_000);

const start = new Date("2026-11-23T09:00:00Z");
const day = 24 * 60 * 60_000;
const clock = manualClock(start);
const { actions } = partnerships;
const leen = inRole("officer", "leen", "office");
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services, clock });
});
beforeEach(() => clock.set(start));
afterAll(() => node.stop());

const sweep = async () => {
  for (const [, { keeper }] of allPartsOf(node.broker)) await keeper.sweep();
};
const whereIs = async (word: string) => [
  ...new Set((await wordsIn(node.kernel.mongo, [word])).map((at) => at.split(":")[0])),
];
const owner = (id: string): Principal => ({ kind: "link", registration: id });

async function submitted(contactName: string): Promise<string> {
  const { id } = (await node.as(nobody, actions.startDraft, { country: "JP", language: "en" })) as {
    id: string;
  };
  await node.as(owner(id), actions.saveDraft, { id, version: 1, changes: { ...kitakyushu, contactName } });
  await confirmAddress(node, id);
  await node.as(owner(id), actions.submit, { id, version: 2 });
  await node.settled();
  return id;
}

async function decide(id: string, action: any, own: object = {}): Promise<void> {
  const { version } = (await node.as(leen, actions.registration, { id })) as { version: number };
  await node.as(leen, action, { id, version, ...own });
  // Else its letter, which waits for half a minute, is written whenever the clock has jumped.
  await atRest(node);
}

it("K6: of a draft that was never sent nothing stays after 30 days, not even its link", async () => {
  const { id } = (await node.as(nobody, actions.startDraft, { country: "JP", language: "en" })) as {
    id: string;
  };
  clock.advance(30 * day - 1);
  await sweep();
  expect(await whereIs(id)).toEqual(["partnerships.drafts", "partnerships.links"]);
  clock.advance(2);
  await sweep();
  expect(await whereIs(id)).toEqual([]);
});

it("K6: of a rejected registration the draft goes after 90 days, and answers and notes after two years", async () => {
  const id = await submitted("Rejected Contact");
  await decide(id, actions.reject, { reason: "Reason of a rejection" });
  // What was handed in has a day more.
  clock.advance(91 * day - 1);
  await sweep();
  expect(await whereIs("Rejected Contact")).toEqual(["partnerships.documents", "partnerships.drafts"]);
  clock.advance(2);
  await sweep();
  expect(await whereIs("Rejected Contact")).toEqual(["partnerships.documents"]);
  expect(await node.as(owner(id), actions.ownRegistration, { id })).toMatchObject({ refused: "not-found" });
  clock.advance(639 * day - 2);
  await sweep();
  expect(await whereIs("Reason of a rejection")).toEqual(["partnerships.documents"]);
  clock.advance(2);
  await sweep();
  for (const word of ["Rejected Contact", "Reason of a rejection"]) expect(await whereIs(word)).toEqual([]);
  expect(await node.as(leen, actions.registration, { id })).toMatchObject({
    name: kitakyushu.name,
    answers: null,
  });
});

it("K6: of a published one the draft stays while it is registered, and 90 days more", async () => {
  const id = await submitted("Published Contact");
  await decide(id, actions.accept);
  await node.as(owner(id), actions.confirm, { id });
  await node.settled();
  clock.advance(730 * day - 1);
  await sweep();
  expect(await whereIs("Published Contact")).toEqual(["partnerships.documents", "partnerships.drafts"]);
  clock.advance(2);
  await node.settled();
  await sweep();
  expect(await whereIs("Published Contact")).toEqual(["partnerships.drafts"]);
  clock.advance(91 * day + 60_000);
  await sweep();
  expect(await whereIs("Published Contact")).toEqual([]);
});

it("K6: letters go after 90 days, with or without an answer", async () => {
  const id = await submitted("Waiting Contact");
  expect(await whereIs(`.0/${id}`)).toEqual(["mail.outbox"]);
  clock.advance(90 * day + 1);
  await sweep();
  expect(await whereIs(`.0/${id}`)).toEqual([]);
  expect(await whereIs("Waiting Contact")).toEqual(["partnerships.documents", "partnerships.drafts"]);
});
