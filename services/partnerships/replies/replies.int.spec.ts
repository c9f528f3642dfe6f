import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import type { Output } from "#shared/contract/contract.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { partnerships } from "../partnerships.contract.ts";
import partnershipsService from "../partnerships.service.ts";
import { confirmAddress, kitakyushu } from "../partnerships.testing.ts";

const { actions } = partnerships;
const officer = inRole("officer", "leen", "office");
let node: TestNode;
let id: string;
let link: Principal;

beforeAll(async () => {
  const services = [logService, identityService, mailService, partnershipsService, settingsService];
  node = await startNode({ services });
});
beforeEach(async () => {
  const nobody = { kind: "nobody" } as const;
  const started: any = await node.as(nobody, actions.startDraft, { country: "JP", language: "en" });
  id = started.id;
  link = { kind: "link", registration: id };
  await node.as(link, actions.saveDraft, { id, version: 1, changes: kitakyushu });
  await confirmAddress(node, id);
  expect(await node.as(link, actions.submit, { id, version: 2 })).toMatchObject({ state: "submitted" });
  await node.settled();
});
afterAll(() => node.stop());

type Shown = Output<typeof actions.registration>;
const shown = async () => (await node.as(officer, actions.registration, { id })) as Shown;
const own = async () =>
  (await node.as(link, actions.ownRegistration, { id })) as Output<typeof actions.ownRegistration>;
const ask = async (asked: object) => {
  const { version } = await shown();
  const reply = await node.as(officer, actions.askChanges, { id, version, ...asked });
  await node.settled();
  return reply;
};
const reply = (field: "website" | "members", text?: string) =>
  node.as(link, actions.reply, { id, field, ...(text && { text }) }) as Promise<any>;
const sendAgain = async () => {
  const { version } = await own();
  expect(await node.as(link, actions.submit, { id, version })).toMatchObject({ state: "submitted" });
  await node.settled();
};

const website = { field: "website" as const, text: "Where are its pages in English?" };
const members = { field: "members" as const, text: "Which of them are ports?" };

it("A4: asks about single answers, and shows what was said to it and what changed", async () => {
  expect(await ask({ questions: [website, members] })).toMatchObject({ state: "changes-asked" });
  expect((await own()).notes.at(-1)).toMatchObject({ step: "ask-changes", questions: [website, members] });
  const changes = { website: "https://kitakyushu.example/en" };
  await node.as(link, actions.saveDraft, { id, version: (await own()).version, changes });
  await reply("members", "Two of the companies.");
  await reply("members", "Three of the companies.");
  expect((await own()).replies).toEqual([{ field: "members", text: "Three of the companies." }]);
  await sendAgain();
  expect((await own()).notes.at(-1)).toMatchObject({
    replies: [{ field: "members", text: "Three of the companies." }],
  });
  expect(await shown()).toMatchObject({
    answers: { website: changes.website },
    before: { website: kitakyushu.website },
    questions: [website, members],
    replies: [{ field: "members", text: "Three of the companies." }],
  });
});

it("A4: takes a reply away again, and begins anew with the next round", async () => {
  await ask({ note: "Please.", questions: [website] });
  await reply("website", "There are none yet.");
  await reply("website");
  expect((await own()).replies).toEqual([]);
  await reply("website", "They come in spring.");
  await sendAgain();
  await ask({ questions: [website] });
  const { replies, notes } = await own();
  expect(replies).toEqual([]);
  expect(notes.map((note) => note.replies?.map(({ text }) => text))).toEqual([
    ["They come in spring."],
    undefined,
  ]);
});

it("A4: refuses a reply to what is not asked, and a question that asks nothing or twice", async () => {
  const notAsked = { refused: "partnerships.not-asked", params: {} };
  expect(await reply("website", "Nobody asked.")).toEqual(notAsked);
  expect(await ask({})).toMatchObject({ refused: "partnerships.nothing-asked" });
  expect(await ask({ questions: [website, website] })).toEqual({
    refused: "partnerships.asked-twice",
    params: { field: "website" },
  });
  expect((await shown()).state).toBe("submitted");
  await ask({ questions: [website] });
  expect(await reply("members", "Nobody asked.")).toEqual(notAsked);
  await sendAgain();
  expect(await reply("website", "Too late.")).toEqual(notAsked);
});
