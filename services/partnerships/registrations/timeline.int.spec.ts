import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole } from "#shared/access/principal.ts";
import { newId } from "#shared/ids.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { partnerships } from "../partnerships.contract.ts";
import partnershipsService from "../partnerships.service.ts";
import { registration } from "./registrations.ts";

const { actions } = partnerships;
const officer = inRole("officer", "leen", "office");
let node: TestNode;

beforeAll(async () => {
  node = await startNode({
    services: [logService, identityService, partnershipsService, mailService, settingsService],
  });
});
afterAll(() => node.stop());

it("a long story is told to its beginning, page by page", async () => {
  const id = newId();
  const happens = () =>
    node.kernel.executor.execute({
      feature: registration,
      stream: `registration/${id}`,
      decide: () => [{ type: "RegistrationAccepted", data: {} }],
      command: {},
      facts: {},
      reply: () => ({}),
      by: officer,
      ...{ name: actions.accept.name, key: newId(), hash: newId() },
    });
  for (const many of [50, 200, 20]) await Promise.all(Array.from({ length: many }, happens));
  const page = (before?: number) =>
    node.as(officer, actions.registrationTimeline, { id, ...(before && { before }) }) as Promise<any>;
  const first = await page();
  const second = await page(first.next);
  expect([first.rows.length, second.rows.length, second.next]).toEqual([220, 50, undefined]);
});
