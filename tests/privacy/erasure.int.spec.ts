import { services } from "#services/all.ts";
import { identity } from "#services/identity/identity.contract.ts";
import { mail } from "#services/mail/mail.contract.ts";
import { markAddress } from "#services/mail/marked-addresses/marking.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { confirmAddress, kitakyushu } from "#services/partnerships/partnerships.testing.ts";
import { nobody, type Principal, type Role } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { asSystem, callAs } from "#shared/contract/call.ts";
import type { Output } from "#shared/contract/contract.ts";
import { partsOf, viewsOf } from "#shared/contract/serve.ts";
import { database } from "#shared/mongo/connect.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { marksOf } from "#shared/views/marks.ts";
import { rebuild } from "#shared/views/rebuild.ts";
import { digestOf } from "../kit/digest.ts";
import { admit } from "../kit/people.ts";
import { wordsIn } from "../kit/words-in.ts";

const person = (id: string, ...roles: Role[]): Principal => ({
  ...{ kind: "person", person: id, organisation: "office", roles, secondFactorAt: Date.now() },
});
const [leen, an, sanne] = [person("leen", "officer"), person("an", "admin"), person("sanne", "member")];
const words = { name: "Sanne Zeldzaam", email: "sanne.zeldzaam@zandbank.example" };
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services, config: { publicUrl: "https://portal.example.org", demo: false } });
  await admit(node, "office", "office", ["officer"], "leen");
  await admit(node, "zandbank", "company", ["member"], "other");
  const own = { id: "sanne", organisation: "zandbank", roles: ["member" as const], language: "nl", ...words };
  await node.as(an, identity.actions.admitPerson, own);
  await node.settled();
});
afterAll(() => node.stop());

const collectionIn = (at: string) => at.split(":")[0];
const everyWord = Object.values(words);
const { askErasure, erasePerson, erasures, withdrawErasure } = identity.actions;

/** A letter that waits, a link, a session, and something that they did. */
async function leaveTraces(): Promise<void> {
  const browser = hashOf("a browser");
  const asked = { email: words.email, language: "nl" };
  await callAs(node.broker, identity.actions.askForLink, asked, { who: nobody, browser });
  await until(async () =>
    (await wordsIn(node.kernel.mongo, everyWord)).some((at) => at.startsWith("mail.outbox")),
  );
  await markAddress(
    node.broker,
    node.kernel,
    { to: words.email, subject: "person/sanne" },
    "No such mailbox",
  );
  await node.as(sanne, partnerships.actions.partners, { limit: 1 });
  await node.as({ ...sanne, roles: ["officer"] } as Principal, identity.actions.admitOrganisation, {
    ...{ id: "kielzog", kind: "company", name: "Kielzog", country: "BE", size: "sme" },
  });
  await database(node.kernel.mongo)
    .collection("identity.sessions")
    .insertOne({ _id: "s" as never, person: "sanne" });
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await isTrue())) if (Date.now() > end) throw new Error("It did not come.");
}

const countOf = (collection: string, filter: object) =>
  database(node.kernel.mongo).collection(collection).countDocuments(filter);

/** As the office sees it: of those whose last owner was erased it finds another. */
async function isLed(organisation: string): Promise<boolean | undefined> {
  const { rows } = (await node.as(leen, identity.actions.organisations, { limit: 200 })) as Output<
    typeof identity.actions.organisations
  >;
  return rows.find(({ id }) => id === organisation)?.isLed;
}

it("K7: only whoever has a right to it asks, and a second person does it", async () => {
  expect(await node.as(person("other", "member"), askErasure, { id: "sanne" })).toMatchObject({
    refused: "not-found",
  });
  expect(await node.as(leen, askErasure, { id: "sanne" })).toMatchObject({ refused: "not-found" });
  expect(await node.as(an, askErasure, { id: "nobody-here" })).toMatchObject({ refused: "not-found" });
  expect(await node.as(leen, erasePerson, { id: "sanne" })).toMatchObject({
    refused: "identity.erasure-not-asked",
  });
  expect(await node.as(sanne, askErasure, { id: "sanne" })).toMatchObject({ person: "sanne" });
  await node.settled();
  expect(await node.as(leen, erasures, {})).toMatchObject({
    rows: [{ person: "sanne", name: words.name, askedBy: "sanne", askedByName: words.name }],
  });
  expect(await node.as(sanne, erasePerson, { id: "sanne" })).toMatchObject({ refused: "not-allowed" });
  const askedAt = async () =>
    ((await node.as(sanne, identity.actions.account, {})) as object & { erasureAskedAt?: string })
      .erasureAskedAt;
  expect(await askedAt()).toEqual(expect.any(String));
  expect(await node.as(an, withdrawErasure, { id: "sanne" })).toMatchObject({
    refused: "identity.another-asked",
  });
  expect(await node.as(sanne, withdrawErasure, { id: "sanne" })).toMatchObject({ person: "sanne" });
  await node.settled();
  expect(await node.as(leen, erasures, {})).toEqual({ rows: [] });
  expect(await askedAt()).toBeUndefined();
  await node.as(sanne, askErasure, { id: "sanne" });
  await node.settled();
});

it("K7: afterwards none of their words stands anywhere, and who they were opens nothing", async () => {
  await leaveTraces();
  const where = await wordsIn(node.kernel.mongo, everyWord);
  expect(where).toEqual([
    `identity.documents: ${words.name}`,
    `identity.documents: ${words.email}`,
    `mail.marked-addresses: ${words.email}`,
    `mail.outbox: ${words.email}`,
  ]);
  expect(await node.as(leen, erasePerson, { id: "sanne" })).toMatchObject({ person: "sanne" });
  await node.settled();
  expect(await wordsIn(node.kernel.mongo, everyWord)).toEqual([]);
  for (const collection of ["identity.sessions", "identity.sign-in-links", "identity.addresses"])
    expect({ collection, left: await countOf(collection, { person: "sanne" }) }).toEqual({
      collection,
      left: 0,
    });
  const anew = { id: "lotte", organisation: "zandbank", roles: ["member" as const], language: "nl" };
  const admitted = { ...anew, name: "Lotte", email: words.email };
  expect(await node.as(an, identity.actions.admitPerson, admitted)).toMatchObject({ person: "lotte" });
  const joining = { id: "sanne", organisation: "kielzog", roles: ["member" as const] };
  expect(await node.as(an, identity.actions.joinOrganisation, joining)).toMatchObject({
    refused: "identity.erased-already",
  });
});

it("K7: nobody is kept because they lead an organisation, but the office sees which has nobody to lead it now", async () => {
  await admit(node, "bruinvis", "company", ["member"], "its-owner");
  expect(await isLed("bruinvis")).toBe(true);
  await node.as(an, askErasure, { id: "its-owner" });
  await node.settled();
  expect(await node.as(leen, erasePerson, { id: "its-owner" })).toMatchObject({ person: "its-owner" });
  await node.settled();
  expect(await isLed("bruinvis")).toBe(false);
});

it("K7: what they did is still told, of someone without a name", async () => {
  const asked = { people: ["sanne", "leen"], organisations: [] };
  const { reply } = await callAs(node.broker, identity.actions.namesOf, asked, asSystem("test"));
  expect(reply).toMatchObject({ organisations: {}, people: { leen: "Person of office" }, erased: ["sanne"] });
  expect(await node.as(leen, erasures, {})).toEqual({ rows: [] });
});

it("K7: views that are built anew from the log are equal", async () => {
  const rows = async () => digestOf(node.kernel.mongo, { without: ["log", "marks", "followers", "reads"] });
  const before = await rows();
  for (const view of services.flatMap(viewsOf)) await rebuild(node.kernel, view);
  expect(await rows()).toEqual(before);
});

it("K7: documents that a restore brought back are erased again, once their keeper reads the log from where they were", async () => {
  const { mongo } = node.kernel;
  const documents = database(mongo).collection("identity.documents");
  await documents.insertOne({
    _id: "restored" as never,
    kind: "person",
    subject: "person/sanne",
    doc: words,
  });
  const keeper = partsOf(node.broker, "identity")!.keeper;
  await keeper.sweep();
  expect(await wordsIn(mongo, [words.name])).toEqual([]);
  await documents.insertOne({
    _id: "restored" as never,
    kind: "person",
    subject: "person/sanne",
    doc: words,
  });
  await node.broker.stop();
  await restart();
  expect(await wordsIn(node.kernel.mongo, [words.name])).toEqual([]);
});

it("K7: what somebody was still writing as they were erased goes with the next sweep, also after a restart", async () => {
  const { config } = node.kernel;
  await node.broker.stop();
  node = await startNode({ services, config });
  const letters = database(node.kernel.mongo).collection("mail.outbox");
  await letters.insertOne({ _id: "late" as never, subject: "person/sanne", to: words.email, state: "sent" });
  await partsOf(node.broker, "mail")!.keeper.sweep();
  expect(await letters.countDocuments({ to: words.email })).toBe(0);
});

/** As after a restore of the documents alone: their mark stands where it stood then. */
async function restart(): Promise<void> {
  const { config } = node.kernel;
  const other = await startNode({ services: [], config });
  await marksOf(other.kernel.mongo).updateOne({ _id: "identity.documents" }, { $set: { position: 0 } });
  await other.broker.stop();
  node = await startNode({ services, config });
  await node.settled();
}

describe("K7: a registration, whose contact has no account,", () => {
  const own = {
    contactName: "Aiko Zeldzaam",
    contactEmail: "aiko.zeldzaam@kitakyushu.example",
    legalForm: "Zeldzame vereniging",
    registerNumber: "Zeldzaamnummer 7",
    website: "https://zeldzaam.example",
  };
  /** As likeness writes them. */
  const alike = ["zeldzaamnummer7", "zeldzaam.example"];
  const note = "Zeldzame nota";
  const all = [...Object.values(own), ...alike, note];
  const { actions } = partnerships;
  let id: string;
  let link: string;
  const owner = (): Principal => ({ kind: "link", registration: id });

  beforeAll(async () => {
    const started: any = await node.as(nobody, actions.startDraft, { country: "JP", language: "en" });
    ({ id, link } = started);
    await node.as(owner(), actions.saveDraft, { id, version: 1, changes: { ...kitakyushu, ...own } });
    await confirmAddress(node, id);
    await node.as(owner(), actions.submit, { id, version: 2 });
    await node.settled();
    const { version } = (await node.as(leen, actions.registration, { id })) as { version: number };
    await node.as(leen, actions.askChanges, { id, version, note });
    await node.settled();
  });

  it("is erased by whoever holds its link, with its letters and its notes", async () => {
    const where = (await wordsIn(node.kernel.mongo, all)).map(collectionIn);
    expect([...new Set(where)]).toEqual(["mail.outbox", "partnerships.documents", "partnerships.drafts"]);
    const other: Principal = { kind: "link", registration: "another-registration" };
    expect(await node.as(other, actions.eraseRegistration, { id })).toMatchObject({ refused: "not-found" });
    expect(await node.as(owner(), actions.eraseRegistration, { id })).toMatchObject({
      state: "expired",
    });
    await node.settled();
    expect(await wordsIn(node.kernel.mongo, all)).toEqual([]);
    const opened = await callAs(
      node.broker,
      actions.registrationOfLink,
      { linkHash: hashOf(link) },
      asSystem("gateway"),
    );
    expect(opened.reply).toEqual({});
  });

  it("stays in the list, without answers, and nothing waits for anyone any more", async () => {
    const shown = await node.as(leen, actions.registration, { id });
    expect(shown).toMatchObject({
      name: kitakyushu.name,
      erased: true,
      answers: null,
      state: "expired",
      abilities: ["merge"],
    });
    expect(shown).not.toHaveProperty("dueAt");
    expect(await node.as(owner(), actions.submit, { id, version: 2 })).toMatchObject({
      refused: "not-found",
    });
    expect(await node.as(leen, actions.eraseRegistration, { id })).toMatchObject({
      refused: "partnerships.erased-already",
    });
    const { rows } = (await node.as(leen, mail.actions.letters, { limit: 50 })) as { rows: { id: string }[] };
    expect(rows.filter((row) => row.id.endsWith(id))).toEqual([]);
  });

  it("goes alone: a person who is called as it is keeps their words, and it keeps its own when they are erased", async () => {
    const started: any = await node.as(nobody, actions.startDraft, { country: "JP", language: "en" });
    const twin = { id: started.id as string, name: "Twin of a registration", email: "twin@zandbank.example" };
    const joined = { organisation: "zandbank", roles: ["member" as const], language: "nl" };
    await node.as(an, identity.actions.admitPerson, { ...twin, ...joined });
    const theirs: Principal = { kind: "link", registration: twin.id };
    const named = { contactName: "Contact of a twin" };
    await node.as(theirs, actions.saveDraft, { id: twin.id, version: 1, changes: named });
    const left = async () =>
      (await wordsIn(node.kernel.mongo, [twin.name, named.contactName])).map(collectionIn);
    const both = ["identity.documents", "partnerships.drafts"];
    await node.settled();
    expect(await left()).toEqual(both);
    await node.as(an, askErasure, { id: twin.id });
    await node.settled();
    expect(await node.as(leen, erasePerson, { id: twin.id })).toMatchObject({ person: twin.id });
    await node.settled();
    expect(await left()).toEqual(["partnerships.drafts"]);
    expect(await node.as(theirs, actions.eraseRegistration, { id: twin.id })).toMatchObject({
      state: "draft",
    });
    await node.settled();
    expect(await left()).toEqual([]);
  });

  it("is erased before it was ever sent", async () => {
    const started: any = await node.as(nobody, actions.startDraft, { country: "JP", language: "en" });
    ({ id } = started);
    await node.as(owner(), actions.saveDraft, { id, version: 1, changes: { contactName: own.contactName } });
    expect(await node.as(owner(), actions.eraseRegistration, { id })).toMatchObject({ state: "draft" });
    await node.settled();
    expect(await wordsIn(node.kernel.mongo, all)).toEqual([]);
    expect(await node.as(leen, actions.eraseRegistration, { id: "never-was-there" })).toMatchObject({
      refused: "not-found",
    });
  });
});
