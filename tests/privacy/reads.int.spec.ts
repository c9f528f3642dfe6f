import { services } from "#services/all.ts";
import { identity } from "#services/identity/identity.contract.ts";
import { mail } from "#services/mail/mail.contract.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { confirmAddress, kitakyushu } from "#services/partnerships/partnerships.testing.ts";
import type { Principal, Role } from "#shared/access/principal.ts";
import { callAs } from "#shared/contract/call.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";

const { reads, listAsFile, admitOrganisation, admitPerson } = identity.actions;
const person = (id: string, ...roles: Role[]): Principal => ({
  ...{ kind: "person", person: id, organisation: "office", roles, secondFactorAt: Date.now() },
});
const [leen, an, vera, sanne] = [
  person("leen", "officer"),
  person("an", "admin"),
  person("vera", "auditor"),
  person("sanne", "member"),
];
let node: TestNode;
let id: string;

beforeAll(async () => {
  node = await startNode({ services });
  const office = { id: "office", kind: "office", name: "The office", country: "BE", size: "none" } as const;
  await node.as(an, admitOrganisation, office);
  await node.settled();
  const own = {
    organisation: "office",
    roles: ["officer" as const],
    email: "leen@office.example",
    language: "nl",
  };
  await node.as(an, admitPerson, { id: "leen", name: "=Leen", ...own });
  const { actions } = partnerships;
  const started: any = await node.as({ kind: "nobody" }, actions.startDraft, {
    country: "JP",
    language: "en",
  });
  id = started.id;
  const owner: Principal = { kind: "link", registration: id };
  await node.as(owner, actions.saveDraft, { id, version: 1, changes: kitakyushu });
  await confirmAddress(node, id);
  await node.as(owner, actions.submit, { id, version: 2 });
  await node.settled();
  await node.as(leen, mail.actions.letters, { limit: 5 });
  const meta = { who: leen, trace: "trace-1", reason: "They called." };
  await callAs(node.broker, actions.registration, { id }, meta);
});
afterAll(() => node.stop());

const seenBy = async (who: Principal, input = {}) =>
  ((await node.as(who, reads, input)) as any).rows as any[];

it("I4: shows an auditor who read what, for whom and why, the newest first", async () => {
  const [registration, letters] = await seenBy(vera, { person: "leen" });
  expect(registration).toEqual({
    ...{ number: expect.any(Number), at: expect.any(String), person: "leen", name: "=Leen" },
    ...{ organisation: "office", organisationName: "The office", action: "partnerships.registration" },
    ...{ record: `registrations/${id}`, trace: "trace-1", reason: "They called." },
  });
  expect(letters).toMatchObject({ action: "mail.letters" });
  expect(letters.number).toBeLessThan(registration.number);
});

it("I4: is a read itself, of which each sees what is theirs to see", async () => {
  expect(
    (await seenBy(vera)).some(({ person, action }) => person === "vera" && action === "identity.reads"),
  ).toBe(true);
  expect(await seenBy(sanne)).toEqual([]);
  expect(await seenBy(sanne)).toMatchObject([{ person: "sanne", action: "identity.reads" }]);
  expect(await seenBy(person("bo", "officer"), { record: `registrations/${id}` })).toMatchObject([
    { person: "leen", record: `registrations/${id}` },
  ]);
  expect((await seenBy(person("bo", "officer"))).map(({ action }) => action)).not.toContain("mail.letters");
});

it("I4: writes down what somebody reads of a record that is called as they are, which is none of themselves", async () => {
  const twin = person(id, "officer");
  await node.as(twin, partnerships.actions.registration, { id });
  const { rows }: any = await node.as(vera, reads, { person: id });
  expect(rows).toMatchObject([{ action: "partnerships.registration", record: `registrations/${id}` }]);
  const ownLines = await seenBy(person(id, "member"));
  expect(ownLines.every(({ person }) => person === id)).toBe(true);
});

it("I4: pages by number", async () => {
  const all = await seenBy(vera);
  const before = all[2].number;
  const older = await seenBy(vera, { before });
  expect(older.every(({ number }) => number < before)).toBe(true);
  expect(older.length).toBeGreaterThan(0);
});

it("I4: gives a file without formulas, and writes down that it was given", async () => {
  const asked = { list: "reads", search: "person=leen", format: "csv", language: "en" } as const;
  const { base64 } = (await node.as(vera, listAsFile, asked)) as { base64: string };
  const [, first] = Buffer.from(base64, "base64").toString().split("\r\n");
  expect(first).toContain(
    `,leen,'=Leen,office,The office,partnerships.registration,registrations/${id},,,trace-1,They called.`,
  );
  expect((await seenBy(vera))[0]).toMatchObject({
    ...{ person: "vera", action: "identity.listAsFile", record: "lists/reads" },
    ...{ filters: ["person=leen"], rows: 2 },
  });
});
