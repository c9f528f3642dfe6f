import { services } from "#services/all.ts";
import { identity } from "#services/identity/identity.contract.ts";
import { markAddress } from "#services/mail/marked-addresses/marking.ts";
import { inRole, nobody } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { callAs } from "#shared/contract/call.ts";
import { database } from "#shared/mongo/connect.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { admit } from "../kit/people.ts";

const { personalData, askForLink } = identity.actions;
const [an, leen] = [inRole("admin", "an", "office"), inRole("officer", "leen", "office")];
const sanne = inRole("member", "sanne", "zandbank");
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services, config: { publicUrl: "https://portal.example.org", demo: false } });
  await admit(node, "zandbank", "company", ["member"], "sanne");
  await admit(node, "kielzog", "company", ["member"], "other");
});
afterAll(() => node.stop());

type Data = {
  held: { in: string; content: Record<string, unknown> }[];
  reads: object[];
  changes: { command: string }[];
};
const all = async (who = sanne, person = "sanne") =>
  (await node.as(who, personalData, { person })) as unknown as Data;

it("K8: gives someone everything about them, from every service, and nothing about others", async () => {
  const asked = { email: "sanne@zandbank.example", language: "nl" };
  await callAs(node.broker, askForLink, asked, { who: nobody, browser: hashOf("a browser") });
  const letters = database(node.kernel.mongo).collection("mail.outbox");
  while (!(await letters.countDocuments({ subject: "person/sanne" }))) await new Promise(setImmediate);
  await markAddress(
    node.broker,
    node.kernel,
    { to: asked.email, subject: "person/sanne" },
    "No such mailbox",
  );
  const consent = { purpose: "news-letters" as const, text: 1, given: false, language: "nl" };
  await node.as(sanne, identity.actions.answerConsent, consent);
  await node.settled();
  const { held, changes } = await all();
  const of = (name: string) => held.find((one) => one.in === name)!.content;
  expect(of("identity.people")).toMatchObject({
    memberships: [{ organisation: "zandbank", roles: ["member"] }],
  });
  expect(of("identity.consents")).toMatchObject({ ...consent, channel: "page", at: expect.any(String) });
  expect(changes.map(({ command }) => command)).toEqual(
    expect.arrayContaining(["identity.answerConsent", "identity.addPerson"]),
  );
  expect(held.map((one) => one.in).sort()).toEqual([
    "identity.addresses",
    "identity.consents",
    "identity.documents: person",
    "identity.people",
    "identity.sign-in-links",
    "mail.marked-addresses",
    "mail.outbox",
  ]);
  const document = held.find((one) => one.in === "identity.documents: person")!;
  expect(document.content).toMatchObject({
    subject: "person/sanne",
    term: "while-member",
    doc: { name: "Person of zandbank", email: "sanne@zandbank.example", language: "nl" },
  });
  expect(JSON.stringify(held)).not.toContain("kielzog");
});

it("K8: leaves out what opens something, and what only tells the portal who someone is", async () => {
  const text = JSON.stringify((await all()).held);
  expect(text).not.toMatch(/[A-Za-z0-9_-]{43}/);
  expect(text).not.toContain("params");
});

it("K8: is for them and for administrators, who are written down", async () => {
  expect((await all()).reads).toEqual([]);
  expect((await all(an)).held.length).toBeGreaterThan(3);
  expect((await all()).reads).toMatchObject([
    { person: "an", action: "identity.personalData", record: "people/sanne" },
  ]);
  for (const who of [leen, inRole("member", "other", "kielzog")])
    expect(await all(who)).toMatchObject({ refused: "not-found" });
  expect(await all(an, "nobody-here")).toMatchObject({ refused: "not-found" });
  const stale = inRole("admin", "an", "office", Date.now() - 11 * 60_000);
  expect(await all(stale)).toMatchObject({ refused: "step-up-required" });
});
