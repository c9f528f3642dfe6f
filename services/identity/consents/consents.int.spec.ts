import { jest } from "@jest/globals";
import { inRole } from "#shared/access/principal.ts";
import { type Office, openOffice } from "../credentials/credentials.testing.ts";

jest.setTimeout(60_000);

let office: Office;
const sanne = inRole("member", "sanne", "zandbank");

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

async function answer(given: boolean, text = 1) {
  const input = { purpose: "news-letters" as const, text, given, language: "nl" as const };
  const reply = await office.node.as(sanne, office.actions.answerConsent, input);
  await office.node.settled();
  return reply;
}

const consents = () => office.node.as(sanne, office.actions.consents, {});

it("K5: keeps what was asked, in which words and language, how and when, refusals too", async () => {
  expect(await consents()).toEqual({
    rows: [
      { purpose: "news-letters", text: 1, history: [] },
      { purpose: "shared-contact", text: 1, history: [] },
    ],
  });
  await answer(false);
  office.clock.advance(60_000);
  await answer(true);
  office.clock.advance(60_000);
  await answer(false);
  const own = { text: 1, language: "nl", channel: "page" };
  expect(await consents()).toMatchObject({
    rows: [
      {
        given: false,
        history: [
          { ...own, given: false, at: "2026-11-23T09:02:00.000Z" },
          { ...own, given: true, at: "2026-11-23T09:01:00.000Z" },
          { ...own, given: false, at: "2026-11-23T09:00:00.000Z" },
        ],
      },
      { history: [] },
    ],
  });
});

it("K5: takes no answer to a text that is not the one asked now", async () => {
  expect(await answer(true, 2)).toMatchObject({ refused: "identity.other-text" });
});
