import { jest } from "@jest/globals";
import { manualClock } from "#shared/clock/clock.ts";
import type { TestNode } from "#shared/testing/node.ts";
import { identity } from "../identity.contract.ts";
import { done, member, openCompanies } from "../memberships/memberships.testing.ts";
import { invitationLettersOf } from "./letters.ts";

jest.setTimeout(60_000);

const { actions } = identity;
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
const validMs = 7 * 24 * 60 * 60_000;
const organisation = "zandbank";
const olga = member("olga-zandbank", organisation);
let node: TestNode;

beforeAll(async () => {
  node = await openCompanies([organisation], { clock, config: { demo: true } });
});
afterAll(() => node.stop());

async function open(): Promise<string[]> {
  await node.settled();
  const { rows } = done(await node.as(olga, actions.invitations, { organisation }));
  return rows.map(({ invitation }: { invitation: string }) => invitation);
}

it("A11: whoever invites sees what is open, and of what is no longer reads to invite anew", async () => {
  const { invitation } = done(
    await node.as(olga, actions.invite, {
      ...{ organisation, email: "ending@new.example", language: "en" },
      ...{ roles: ["member"], standing: "colleague" },
    }),
  );
  clock.advance(validMs - 1);
  expect(await open()).toEqual([invitation]);
  clock.advance(1);
  expect(await open()).toEqual([]);
  // As a sweep does in time.
  await invitationLettersOf(node.kernel.mongo).deleteOne({ _id: invitation });
  const renewed = await node.as(olga, actions.renewInvitation, { organisation, invitation });
  expect(renewed).toEqual({ refused: "identity.no-such-invitation", params: {} });
});
