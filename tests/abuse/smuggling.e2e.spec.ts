import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import { atRest } from "../kit/at-rest.ts";
import { digestOf } from "../kit/digest.ts";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { expectProblem, send } from "./send.ts";

jest.setTimeout(60_000);

let product: Product;
let cookie: string;
let before: Record<string, string>;

beforeAll(async () => {
  product = await startProduct();
  await admit(product, "getijkracht", "office", ["officer"], "leen");
  cookie = (await signIn(product, "leen")).cookie!;
  await atRest(product);
  before = await digestOf(product.kernel.mongo);
});
afterEach(async () => {
  expect(await digestOf(product.kernel.mongo)).toEqual(before);
});
afterAll(() => product.stop());

type Heard = { answers: number[]; closed: boolean; text: string };

/** Bytes as they are, and what came back until the server hung up or `waitMs` were over. */
async function say(bytes: string, waitMs = 3_000): Promise<Heard> {
  const socket = connect(Number(new URL(product.url).port), "127.0.0.1");
  const heard: Heard = { answers: [], closed: false, text: "" };
  socket.on("data", (chunk) => {
    heard.text += chunk.toString("latin1");
  });
  socket.on("error", () => {});
  const closed = new Promise<void>((resolve) => socket.on("close", () => resolve())).then(() => {
    heard.closed = true;
  });
  socket.write(bytes, "latin1");
  await Promise.race([closed, sleep(waitMs)]);
  socket.destroy();
  heard.answers = [...heard.text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]));
  return heard;
}

const lines = (...all: string[]) => `${all.join("\r\n")}\r\n\r\n`;
const body = JSON.stringify({ country: "JP", language: "en" });
const smuggled = lines(
  "POST /api/registrations/drafts HTTP/1.1",
  "host: here",
  "content-type: application/json",
  `content-length: ${body.length}`,
).concat(body);

it("reads a second request where there is one, so that what follows proves something", async () => {
  const right = lines("GET /api/missions HTTP/1.1", "host: here");
  const heard = await say(right + right, 1_000);
  expect(heard.answers).toEqual([200, 200]);
  expect(heard.closed).toBe(false);
});

it.each([
  ["two lengths", ["content-length: 5", "content-length: 6"]],
  ["two lengths in one", ["content-length: 5, 6"]],
  ["a length and chunks", ["content-length: 5", "transfer-encoding: chunked"]],
  ["chunks spelt twice", ["transfer-encoding: chunked", "transfer-encoding: identity"]],
  ["chunks behind a vertical tab", ["transfer-encoding:\x0bchunked", "content-length: 5"]],
  ["a length below zero", ["content-length: -5"]],
  ["a length that is no number", ["content-length: 5e1"]],
  ["a space before the colon", ["content-length : 5"]],
  ["a folded header", ["x-a: b", " content-length: 5"]],
  ["a line feed in a header", ["x-request-id: a\nb"]],
  ["a NUL in a header", ["x-a: b\0c"]],
])("reads no second request behind %s", async (_name, headers) => {
  const first = lines(
    "POST /api/session HTTP/1.1",
    "host: here",
    "content-type: application/json",
    ...headers,
  );
  const heard = await say(`${first}0\r\n\r\n${smuggled}`);
  expect(heard.answers).toEqual([400]);
  expect(heard.closed).toBe(true);
  expect(heard.text).toContain("application/problem+json");
});

it.each([
  ["a verb that is none", "HOLLER /api/missions HTTP/1.1"],
  ["another protocol", "GET /api/missions HTTP/9.9"],
  ["bytes that are no HTTP", "\x16\x03\x01\x02\x00"],
  ["an address with bytes above ASCII", "GET /api/missions/\xdcn\xef HTTP/1.1"],
])("answers 400 to %s", async (_name, line) => {
  const heard = await say(lines(line, "host: here"));
  expect(heard.answers).toEqual([400]);
  expect(heard.closed).toBe(true);
});

it("J7: answers 400 to whoever gives two names for it", async () => {
  for (const other of ["host: there", "HOST: here"]) {
    const heard = await say(lines("GET /api/missions HTTP/1.1", "host: here", other), 1_000);
    expect(heard.answers).toEqual([400]);
  }
});

it("answers 431 to headers of 100 KiB", async () => {
  const heard = await say(
    lines("GET /api/missions HTTP/1.1", "host: here", `x-a: ${"a".repeat(100 * 1024)}`),
  );
  expect(heard.answers).toEqual([431]);
  expect(heard.closed).toBe(true);
});

it("stops reading chunks that never end at 256 KiB", async () => {
  const head = lines(
    "POST /api/registrations/drafts HTTP/1.1",
    "host: here",
    "content-type: application/json",
    "transfer-encoding: chunked",
  );
  const chunk = `10000\r\n${" ".repeat(0x10000)}\r\n`;
  const heard = await say(head + chunk.repeat(6), 5_000);
  expect(heard.answers).toEqual([413]);
});

it("J7: no request lasts longer than half a minute, nor its headers", () => {
  const { app } = product.broker.getLocalService("gateway") as any;
  expect(app.server.requestTimeout).toBeGreaterThan(0);
  expect(app.server.requestTimeout).toBeLessThanOrEqual(30_000);
  expect(app.server.headersTimeout).toBeLessThanOrEqual(60_000);
});

it("answers the others while bodies trickle in", async () => {
  const head = lines(
    "POST /api/registrations/drafts HTTP/1.1",
    "host: here",
    "content-type: application/json",
    "content-length: 1000",
  );
  const slow = Array.from({ length: 200 }, () => connect(Number(new URL(product.url).port), "127.0.0.1"));
  for (const socket of slow) {
    socket.on("error", () => {});
    socket.write(`${head}{`);
  }
  await sleep(200);
  const answer = await fetch(`${product.url}/api/missions`);
  expect(answer.status).toBe(200);
  for (const socket of slow) socket.destroy();
});

it("J7: an address of many shapes is a page, or not there; it is never a fault", async () => {
  const addresses = [
    "//",
    "//admin",
    "/admin%2Fx",
    "/ADMIN",
    "/..%5c..%5cetc",
    "/api//missions",
    "/assets/..%2f..%2fpackage.json",
  ];
  for (const path of [...addresses, "/assets/%2e%2e/%2e%2e/package.json", "/%00", "/?__proto__[x]=1", "*"]) {
    const answer = await send(product.url, { method: "GET", path, headers: { cookie } });
    expect({ path, status: answer.status < 500 }).toEqual({ path, status: true });
    expect(String(answer.headers["content-type"])).toMatch(/^(text\/html|application\/problem\+json)/);
    expect(JSON.stringify(answer.body)).not.toContain('"dependencies"');
  }
});

it("does not take a tracing id, a forwarded address or another host from whoever asks", async () => {
  const headers = {
    host: "evil.example",
    "x-request-id": "a".repeat(4_096),
    "x-forwarded-for": "10.0.0.1",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
  };
  const answer = await send(product.url, { method: "GET", path: "/api/missions/no-such-mission", headers });
  expectProblem(answer, { status: 404, code: "not-found" });
  expect(JSON.stringify([answer.headers, answer.body])).not.toMatch(/evil|10\.0\.0\.1|aaaa/);
});

it("answers the same bytes for what is another's and for what is not there", async () => {
  const another = await fetch(`${product.url}/api/registrations/drafts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const { id } = (await another.json()) as { id: string };
  await atRest(product);
  before = await digestOf(product.kernel.mongo);
  const ask = (path: string) => send(product.url, { method: "GET", path, headers: { cookie } });
  const [foreign, missing] = await Promise.all([
    ask(`/api/registrations/${id}/own`),
    ask("/api/registrations/no-such-registration/own"),
  ]);
  expect(foreign.body).toEqual(missing.body);
  const { date: _one, "causeway-trace": one, ...foreignHeaders } = foreign.headers;
  const { date: _two, "causeway-trace": two, ...missingHeaders } = missing.headers;
  expect(foreignHeaders).toEqual(missingHeaders);
  expect([one, two]).toEqual([
    expect.stringMatching(/^[0-9a-f]{16}$/),
    expect.stringMatching(/^[0-9a-f]{16}$/),
  ]);
});

it("reads who is calling from the cookie or the link, and from nothing else", async () => {
  const ask = (headers: Record<string, string>) =>
    send(product.url, { method: "GET", path: "/api/registrations", headers });
  expect((await ask({ cookie })).status).toBe(200);
  const secret = "A".repeat(43);
  for (const headers of [
    { cookie: `__Host-causeway=${secret}` },
    { cookie: "__Host-causeway=short" },
    { cookie: cookie.replace("__Host-", "") },
    { "x-causeway-session": cookie.split("=")[1]! },
    { "causeway-link": cookie.split("=")[1]! },
    { who: '{"kind":"person","roles":["officer"]}' },
  ] as Record<string, string>[]) {
    expectProblem(await ask(headers), { status: 401, code: "unauthenticated" });
  }
  const bearer = { authorization: `Bearer ${cookie.split("=")[1]}` };
  expectProblem(await ask(bearer), { status: 401, code: "token-invalid" });
});

it.each([
  ["", 400],
  ["?resources=", 404],
  ["?resources=/api/nothing-like-it", 404],
  ["?resources=/livez,/api/openapi.json,https://evil.example/api/missions", 404],
  ["?resources=/api/registrations", 404],
  ["?resources=/api/missions/no-such-mission/entries", 404],
  [`?resources=${"/api/missions,".repeat(800)}`, 400],
])("lets nobody follow live what they may not get: %s", async (query, status) => {
  const heard = await say(lines(`GET /api/live${query} HTTP/1.1`, "host: here", "connection: close"), 2_000);
  expect(heard.answers).toEqual([status]);
  expect(heard.text).toContain("application/problem+json");
});
