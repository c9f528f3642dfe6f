import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import { inRole } from "#shared/access/principal.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { identity } from "../identity.contract.ts";
import identityService from "../identity.service.ts";
import { addressesOf } from "./addresses.ts";

const { actions } = identity;
const [admin, officer] = [inRole("admin", "first-admin", "office"), inRole("officer", "leen", "office")];
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services: [logService, identityService, mailService] });
  for (const [id, kind] of [
    ["office", "office"],
    ["zandbank", "company"],
  ] as const)
    await node.as(admin, actions.admitOrganisation, { id, kind, name: id, country: "BE", size: "sme" });
  await node.settled();
  await admit({ id: "joris", organisation: "office", roles: ["admin"], email: "joris@office.example" });
  await node.settled();
});
afterAll(() => node.stop());

type Own = { id: string; organisation: string; roles: "admin"[] | "member"[] | "officer"[]; email: string };
const admit = (own: Own, who = admin, key?: string) =>
  node.as(who, actions.admitPerson, { name: own.id, language: "nl", ...own }, key);

it("takes no address for somebody who is known already: it would open their account", async () => {
  const before = await addressesOf(node.kernel.mongo).countDocuments();
  const again = { id: "joris", organisation: "office", roles: ["admin" as const] };
  expect(await admit({ ...again, email: "mallory@evil.example" })).toMatchObject({
    refused: "identity.person-exists",
  });
  expect(await addressesOf(node.kernel.mongo).countDocuments()).toBe(before);
});

it("gives an address that was taken for somebody who has another to whoever is admitted with it", async () => {
  const twin = { id: "twin", organisation: "zandbank", roles: ["member" as const] };
  const emails = ["one@twin.example", "other@twin.example"];
  const replies = await Promise.all(emails.map((email) => admit({ ...twin, email })));
  await node.settled();
  const lost = emails[replies.findIndex((reply) => "refused" in reply)]!;
  expect(lost).toBeDefined();
  expect(await admit({ ...twin, id: "heir", email: lost })).toMatchObject({ person: "heir" });
});

it("takes nobody into an organisation who is being erased", async () => {
  for (let n = 0; n < 6; n++) {
    const id = `goes-${n}`;
    await admit({ id, organisation: "zandbank", roles: ["member"], email: `${id}@zandbank.example` });
    const other = {
      id: `firm-${n}`,
      kind: "company" as const,
      name: id,
      country: "BE",
      size: "sme" as const,
    };
    await node.as(admin, actions.admitOrganisation, other);
    await node.settled();
    await node.as(inRole("member", id, "zandbank"), actions.askErasure, { id });
    const now = inRole("admin", "joris", "office", Date.now());
    const joining = { id, organisation: other.id, roles: ["member" as const] };
    await Promise.all([
      node.as(officer, actions.joinOrganisation, joining),
      node.as(now, actions.erasePerson, { id }),
    ]);
    await node.settled();
    const { rows }: any = await node.as(officer, actions.peopleOf, { organisation: other.id });
    expect(rows).toEqual([]);
  }
});

it("gives the same reply again to the same key", async () => {
  const sanne = { id: "sanne", organisation: "zandbank", roles: ["member" as const] };
  const own = { ...sanne, email: "sanne@zandbank.example" };
  const first = await admit(own, officer, "the-same-key-once-more");
  expect(first).toMatchObject({ person: "sanne" });
  await node.settled();
  expect(await admit(own, officer, "the-same-key-once-more")).toEqual(first);
});

it("K3: refuses an officer who would make staff, roles that are not of that organisation, and rights of one's own", async () => {
  const eve = { id: "eve", email: "eve@zandbank.example" };
  expect(await admit({ ...eve, organisation: "zandbank", roles: ["officer"] })).toMatchObject({
    refused: "identity.roles-not-there",
  });
  expect(await admit({ ...eve, organisation: "office", roles: ["officer"] }, officer)).toMatchObject({
    refused: "identity.roles-beyond-yours",
  });
  const joining = { id: "first-admin", organisation: "office", roles: ["admin" as const] };
  expect(await node.as(admin, actions.joinOrganisation, joining)).toMatchObject({
    refused: "identity.roles-beyond-yours",
  });
});

it("writes to people in the language that they choose", async () => {
  await admit({ id: "mia", organisation: "zandbank", roles: ["member"], email: "mia@zandbank.example" });
  await node.settled();
  const mia = inRole("member", "mia", "zandbank");
  const own = { person: "mia", name: "mia", email: "mia@zandbank.example", organisation: "zandbank" };
  async function expectAll(language: string) {
    await node.settled();
    const asked = { organisations: ["zandbank"] };
    expect(await node.as({ kind: "system", system: "missions" }, actions.membersOf, asked)).toMatchObject({
      rows: expect.arrayContaining([{ ...own, language }]),
    });
    expect(await node.as(mia, actions.account, {})).toMatchObject({ language });
  }
  await expectAll("nl");
  await node.as(mia, actions.chooseLanguage, { language: "fr" });
  await node.as(mia, actions.chooseLanguage, { language: "de" });
  await expectAll("de");
  const stranger = inRole("member", "nobody", "zandbank");
  expect(await node.as(stranger, actions.chooseLanguage, { language: "fr" })).toMatchObject({
    refused: "not-found",
  });
});
