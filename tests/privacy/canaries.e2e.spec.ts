import { globSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { jest } from "@jest/globals";
import { services } from "#services/all.ts";
import { identity } from "#services/identity/identity.contract.ts";
import { kitakyushu } from "#services/partnerships/partnerships.testing.ts";
import { inRole } from "#shared/access/principal.ts";
import { testServers } from "#shared/config/test-servers.ts";
import { connect, type Mongo } from "#shared/mongo/connect.ts";
import { type MailServer, startMailServer } from "#shared/testing/mail-server.ts";
import { databaseUri, startNode } from "#shared/testing/node.ts";
import { serviceNames } from "../../scripts/app/services.ts";
import { freePort } from "../../scripts/servers/local.ts";
import { type Portal, secret, startPortal, until } from "../faults/portal.ts";
import { admitAll, officer as leen, missionPlan } from "../faults/prepare.ts";
import { type OwnServer, startNats } from "../faults/server.ts";
import { quiet } from "../faults/stored.ts";
import { type Client, openClient } from "../kit/client.ts";
import { confirmAddress } from "../kit/registrations.ts";
import { wordsIn } from "../kit/words-in.ts";

jest.setTimeout(240_000);

const { natsUrl } = testServers();
const withNats = natsUrl ? describe : describe.skip;

/** Written by nobody else, so that wherever one is found it has been let out. */
const person = { name: "Kanarie Persoon", email: "kanarie.persoon@zandbank.example" };
const contact = {
  contactName: "Kanarie Contact",
  contactEmail: "kanarie.contact@kitakyushu.example",
  contactRole: "Kanariehouder",
  legalForm: "Kanarievereniging",
  offers: "Kanarie-aanbod",
};
const note = "Kanarienota bij een vraag";
const tokenName = "Kanarie-export";
const canaries = [...Object.values(person), ...Object.values(contact), note, tokenName];
/** Of a token: told once, and kept nowhere. */
const secrets: string[] = [];

withNats("words of and about people, in a portal of many processes", () => {
  const mongoUri = databaseUri();
  const printed: string[] = [];
  const spans: string[] = [];
  const metricsPorts = new Map<string, number>();
  let [mongo, nats, mail, collector, portal] = [] as unknown as [
    Mongo,
    OwnServer,
    MailServer,
    Server,
    Portal,
  ];
  let officer: Client;
  let registration: string;

  beforeAll(async () => {
    collector = await startCollector(spans);
    nats = await startNats();
    mail = await startMailServer();
    mongo = await connect(mongoUri);
    await prepareOffice(mongoUri);
    for (const name of serviceNames()) metricsPorts.set(name, await freePort());
    const { port } = collector.address() as { port: number };
    portal = await startPortal("cluster", {
      ...{ mongoUri, natsUrl: nats.url, copies: {} },
      hear: (text) => printed.push(text),
      own: (name) => ({
        ...{ LOG_LEVEL: "info", ZIPKIN_URL: `http://127.0.0.1:${port}`, CAUSEWAY_SMTP_URL: mail.url },
        METRICS_PORT: String(metricsPorts.get(name)),
      }),
    });
  }, 180_000);
  afterAll(async () => {
    await portal?.stop();
    await nats?.stop();
    await mail?.stop();
    collector?.close();
    await mongo?.dropDatabase();
    await mongo?.close();
  }, 60_000);

  it("K7: a job is done with them, and they come to where they are to come", async () => {
    officer = await signIn(leen);
    await admitThem();
    registration = await register();
    await planMission();
    await claimSeat();
    await sendToken();
    await openClient(portal.url).send("POST", "/api/sign-in-links", {
      body: { email: person.email, language: "nl" },
    });
    await wrongRequests();
    const letters = () => mail.taken.map(({ to, text }) => `${JSON.stringify(to)} ${text}`).join("\n");
    for (const word of [contact.contactEmail, person.email, note])
      await until(`A letter with ${word}`, () => letters().includes(word));
    await readEverything();
    await quiet(mongo);
    const kept = (await wordsIn(mongo, canaries)).map((at) => at.split(":")[0]);
    expect([...new Set(kept)]).toEqual([
      "identity.documents",
      "identity.tokens",
      "mail.outbox",
      "partnerships.documents",
      "partnerships.drafts",
    ]);
    expect(secrets).toHaveLength(1);
    expect(await wordsIn(mongo, secrets)).toEqual([]);
  });

  it("K7: they stand in no file of NATS, in nothing that a process prints, in no trace and no figure", async () => {
    const files = globSync("**/*", { cwd: nats.home }).map((file) => join(nats.home, file));
    const onDisk = files
      .filter((file) => statSync(file).isFile())
      .map((file) => readFileSync(file, "latin1"));
    const figures: string[] = [];
    for (const port of metricsPorts.values())
      figures.push(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
    await until("The traces", () => spans.join("").includes("partnerships.registration"));
    expect(figures.join("")).toContain("partnerships.submit");
    for (const [where, texts] of Object.entries({ onDisk, printed, spans, figures })) {
      expect({ where, some: texts.join("").length > 0 }).toEqual({ where, some: true });
      expect({ where, found: foundIn(texts, [...canaries, ...secrets]) }).toEqual({ where, found: [] });
    }
  });

  it("I4: they stand neither in what is written down of reads, nor in its export", async () => {
    const auditor = await signIn("an-auditor");
    const { body } = await auditor.get("/api/lists/file?list=reads&format=csv&language=en");
    const csv = Buffer.from(body.base64, "base64").toString();
    expect(csv).toContain(`partnerships.registration,registrations/${registration}`);
    expect(foundIn([csv])).toEqual([]);
    expect((await wordsIn(mongo, canaries)).filter((at) => at.startsWith("reads"))).toEqual([]);
  });

  it("K7: once they are erased, they stand nowhere in the database", async () => {
    const admin = await signIn("an-admin");
    expect((await admin.send("POST", "/api/people/kanarie/erasure-requests")).status).toBe(200);
    expect((await admin.send("POST", "/api/people/kanarie/erasure")).body.code).toBe(
      "identity.second-person-needed",
    );
    expect((await officer.send("POST", "/api/people/kanarie/erasure")).status).toBe(200);
    expect((await officer.send("POST", `/api/registrations/${registration}/erasure`)).status).toBe(200);
    await until("The erasure", async () => (await wordsIn(mongo, canaries)).length === 0);
    const shown = await officer.get(`/api/registrations/${registration}`);
    expect(shown.body).toMatchObject({ name: kitakyushu.name, answers: null, erased: true });
    expect((await officer.get(`/api/partners/${registration}`)).status).toBe(200);
  });

  async function signIn(id: string): Promise<Client> {
    const client = openClient(portal.url);
    expect((await client.send("POST", "/api/demo/session", { body: { person: id } })).status).toBe(200);
    return client;
  }

  async function admitThem(): Promise<void> {
    const body = { id: "kanarie", ...person, organisation: "zandbank", language: "nl", roles: ["member"] };
    expect((await officer.send("POST", "/api/people", { body })).status).toBe(200);
    await quiet(mongo);
  }

  async function register(): Promise<string> {
    const started = await openClient(portal.url).send("POST", "/api/registrations/drafts", {
      body: { country: "JP", language: "en" },
    });
    const { id, link } = started.body;
    const cluster = openClient(portal.url, { "causeway-link": link });
    const save = (version: number, changes: object) =>
      cluster.send("PATCH", `/api/registrations/${id}/draft`, {
        body: { changes },
        headers: { "if-match": `"${version}"` },
      });
    const submit = (version: number) =>
      cluster.send("POST", `/api/registrations/${id}/submission`, {
        headers: { "if-match": `"${version}"` },
      });
    expect((await save(1, { ...kitakyushu, ...contact })).status).toBe(200);
    await confirmAddress(cluster, id, codeInLetter);
    expect((await submit(2)).status).toBe(200);
    expect((await step(id, "questions", { note })).status).toBe(200);
    await quiet(mongo);
    expect((await save(2, { legalForm: `${contact.legalForm} 2` })).status).toBe(200);
    expect((await submit(3)).status).toBe(200);
    expect((await step(id, "acceptance")).status).toBe(200);
    await quiet(mongo);
    expect((await cluster.send("POST", `/api/registrations/${id}/confirmation`)).status).toBe(200);
    await quiet(mongo);
    return id;
  }

  async function codeInLetter(): Promise<string> {
    const codeIn = () => mail.taken.flatMap(({ subject }) => /\b\d{6}\b/.exec(subject ?? "")?.[0] ?? []);
    await until("The letter with the code", async () => codeIn().length > 0, 30_000);
    return codeIn()[0]!;
  }

  async function step(id: string, name: string, body: object = {}) {
    await quiet(mongo);
    const { version } = (await officer.get(`/api/registrations/${id}`)).body;
    return officer.send("POST", `/api/registrations/${id}/${name}`, {
      body,
      headers: { "if-match": `"${version}"` },
    });
  }

  async function planMission(): Promise<void> {
    const plan = { ...missionPlan("kanarie-eilanden", 5), partners: [registration] };
    expect((await officer.send("POST", "/api/missions", { body: plan })).status).toBe(200);
    await quiet(mongo);
  }

  async function claimSeat(): Promise<void> {
    const member = await signIn("kanarie");
    const body = { company: "zandbank", seats: 1 };
    const claim = () => member.send("POST", "/api/missions/kanarie-eilanden/claims", { body });
    await until("The seat", async () => (await claim()).status === 200);
  }

  /** Where it is to stand, and where it is not. */
  async function sendToken(): Promise<void> {
    const member = await signIn("kanarie");
    const body = { name: tokenName, scope: ["missions.read"] };
    const { bearer } = (await member.send("POST", "/api/account/tokens", { body })).body;
    secrets.push(bearer.slice(-43));
    const program = openClient(portal.url, { authorization: `Bearer ${bearer}` });
    expect((await program.get("/api/session")).body.person.person).toBe("kanarie");
    for (const path of [`/api/missions?token=${bearer}`, `/api/session?${bearer}`, `/nothing/${bearer}`])
      expect((await openClient(portal.url).get(path)).status).toBe(401);
  }

  /** What is refused is told to its sender, and to nobody else. */
  async function wrongRequests(): Promise<void> {
    const twice = { id: "kanarie-2", ...person, organisation: "zandbank", language: "nl", roles: ["member"] };
    expect((await officer.send("POST", "/api/people", { body: twice })).status).toBe(409);
    const wrong = { ...twice, email: contact.contactRole, roles: [person.name], extra: note };
    expect((await officer.send("POST", "/api/people", { body: wrong })).status).toBe(422);
    expect((await officer.get(`/api/letters?state=${encodeURIComponent(person.name)}`)).status).toBe(400);
    expect((await officer.get(`/api/nothing/${encodeURIComponent(person.name)}`)).status).toBe(404);
  }

  async function readEverything(): Promise<void> {
    for (const path of [
      `registrations/${registration}`,
      `registrations/${registration}/timeline`,
      "letters",
    ]) {
      const answer = await officer.get(`/api/${path}`, { "causeway-reason": "a question" });
      expect({ path, status: answer.status }).toEqual({ path, status: 200 });
    }
    const { body } = await officer.get(`/api/registrations/${registration}`);
    expect(foundIn([JSON.stringify(body)])).toContain(contact.contactName);
  }
});

const foundIn = (texts: string[], words = canaries) =>
  words.filter((word) => texts.some((text) => text.includes(word)));

/** Staff is admitted by an administrator, so before there is a door. */
async function prepareOffice(mongoUri: string): Promise<void> {
  const node = await startNode({ services, config: { mongoUri, secret } });
  await admitAll(node, { withMember: ["zandbank"] });
  const own = { organisation: "getijkracht", language: "nl" };
  for (const role of ["auditor", "admin"] as const) {
    const [id, email] = [`an-${role}`, `${role}@getijkracht.example`];
    const asked = { id, name: role, email, ...own, roles: [role] };
    await node.as(inRole("admin", "first-admin", "office"), identity.actions.admitPerson, asked);
  }
  await node.settled();
  await node.broker.stop();
}

/** Takes traces as Zipkin does. */
async function startCollector(spans: string[]): Promise<Server> {
  const server = createServer(async (request, response) => {
    for await (const chunk of request) spans.push(String(chunk));
    response.writeHead(202).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}
