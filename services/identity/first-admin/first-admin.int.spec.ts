import { setTimeout as sleep } from "node:timers/promises";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import { nobody, type Principal } from "#shared/access/principal.ts";
import { hashOf, newSecret } from "#shared/access/secrets.ts";
import { callAs } from "#shared/contract/call.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { identity } from "../identity.contract.ts";
import identityService from "../identity.service.ts";
import { holderOf } from "../sessions/sessions.testing.ts";
import { firstAdminLink, isOpen } from "./opening.ts";

const { actions } = identity;
const system: Principal = { kind: "system", system: "test" };
const browser = hashOf("a browser");
let node: TestNode;

beforeEach(async () => {
  const config = { demo: false, publicUrl: "https://portal.example.org" };
  node = await startNode({ services: [logService, identityService, mailService], config });
});
afterEach(() => node.stop());

const own = {
  ...{ organisationName: "Getijkracht", country: "BE" },
  ...{ name: "Ada Maes", email: "ada@getijkracht.example", language: "nl" },
};
const become = async (link: string, more: object = {}) =>
  (await callAs(node.broker, actions.becomeFirstAdmin, { link, ...own, ...more }, { who: nobody, browser }))
    .reply as any;
const link = () => firstAdminLink(node.kernel.config.secret);

it("lets the first administrator in by the link of the console, to a password and a second factor", async () => {
  const { link: opens } = await become(link());
  const asked = { link: opens, password: "lantern 7 oyster gravel" };
  const session = (await callAs(node.broker, actions.setPassword, asked, { who: nobody, browser })).reply;
  const { secret } = session as { secret: string };
  const who = await holderOf(node, hashOf(secret));
  expect(who).toMatchObject({ person: "first-admin", organisation: "office", roles: ["admin"] });
  expect(who).not.toHaveProperty("secondFactorAt");
  expect(await isOpen(node.broker, node.kernel)).toBe(false);
  expect(await become(link(), { email: "eve@getijkracht.example" })).toMatchObject({
    refused: "identity.first-admin-over",
  });
});

it("takes one of two at once, and no other secret", async () => {
  expect(await become(newSecret())).toMatchObject({ refused: "identity.first-admin-over" });
  const both = await Promise.all([become(link()), become(link(), { email: "eve@getijkracht.example" })]);
  expect(both.filter((one) => one.link)).toHaveLength(1);
  expect(both.find((one) => one.refused)).toMatchObject({ refused: "identity.first-admin-over" });
});

it("is shut where somebody is known already, and in a demo", async () => {
  await node.as(system, actions.admitOrganisation, {
    ...{ id: "zandbank", kind: "company", name: "Zandbank", country: "BE", size: "sme" },
  });
  await node.settled();
  const sanne = { id: "sanne", organisation: "zandbank", roles: ["member" as const] };
  const words = { name: "Sanne", email: "sanne@zandbank.example", language: "nl" };
  await node.as(system, actions.admitPerson, { ...sanne, ...words });
  expect(await become(link())).toMatchObject({ refused: "identity.first-admin-over" });
});

it("says on the console how, and nothing once it has been done", async () => {
  const said: string[] = [];
  const { startNode: start } = await import("#shared/testing/node.ts");
  const again = async () => {
    const { mongoUri } = node.kernel.config;
    const config = { demo: false, mongoUri, publicUrl: "https://portal.example.org" };
    const other = await start({ services: [logService], config });
    const warn = (text: string) => void said.push(text);
    Object.assign(other.broker.logger, { warn });
    const { offerFirstAdmin } = await import("./opening.ts");
    await offerFirstAdmin(other.broker, other.kernel).stop();
    await other.broker.stop();
  };
  await again();
  expect(said).toEqual([expect.stringContaining(`https://portal.example.org/first-admin#${link()}`)]);
  await become(link());
  await again();
  expect(said).toHaveLength(1);
  await sleep(0);
});
