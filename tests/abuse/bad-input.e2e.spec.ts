import { jest } from "@jest/globals";
import { bodyLimitOf } from "#services/gateway/bodies.ts";
import { newId } from "#shared/ids.ts";
import { wrongsOf } from "#shared/testing/wrong.ts";
import { atRest } from "../kit/at-rest.ts";
import { digestOf } from "../kit/digest.ts";
import { type Door, doors } from "../kit/doors.ts";
import { type Desk, openDesk } from "./desk.ts";
import { expectProblem } from "./send.ts";

/** A form has some two hundred ways to be wrong: each is tried, and the time for it is given. */
jest.setTimeout(60_000);

let desk: Desk;
let before: Record<string, string>;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** That something was read is written down, and that a session is still in use; neither changes anything else. */
const unread = { without: ["reads", "identity.sessions"] };

const named = (chosen: Door[]) => chosen.map((door) => [`${door.method} ${door.path}`, door] as const);
const reading = doors.filter(({ action }) => action.kind === "query");
const writing = doors.filter(({ action }) => action.kind !== "query");
const commands = doors.filter(({ action }) => action.kind === "command");
const editing = doors.filter(({ action }) => action.edits);

describe("what is sent is taken when it is right", () => {
  it.each(named(doors))("J7: %s", async (_name, door) => {
    const response = await desk.send(door, {});
    const faults = ["invalid", "malformed", "unauthenticated", "key-missing", "not-allowed", "internal"];
    expect(faults).not.toContain(response.body.code);
    // 401: who signs in with a password that is right in form only.
    expect([200, 401, 403, 404, 409, 412, 422]).toContain(response.status);
    if (door.action.kind === "command") expect(await isRecorded(door)).toBe(true);
  });
});

it("sees it when something has changed", async () => {
  const first = await digestOf(desk.product.kernel.mongo);
  await desk.send(doors.find(({ action }) => action.name === "partnerships.startDraft")!, {});
  expect(await digestOf(desk.product.kernel.mongo)).not.toEqual(first);
});

/** The same key and body: the first outcome again, and said to be so. */
async function isRecorded(door: Door): Promise<boolean> {
  const key = newId();
  const first = await desk.send(door, { key });
  const again = await desk.send(door, { key });
  expect({ status: again.status, body: again.body }).toEqual({ status: first.status, body: first.body });
  return again.headers["idempotent-replayed"] === "true";
}

describe("what is wrong is refused, and nothing changes", () => {
  beforeEach(async () => {
    await atRest(desk.product);
    before = await digestOf(desk.product.kernel.mongo, unread);
  });
  afterEach(async () => {
    expect(await digestOf(desk.product.kernel.mongo, unread)).toEqual(before);
  });

  describe("in a body", () => {
    it.each(named(writing))("J7: %s: each field, in each way", async (_name, door) => {
      const locales = ["nl", "en"];
      for (const [n, wrong] of wrongsOf(door.schema, desk.inputOf(door)).entries()) {
        const locale = locales[n % 2]!;
        const response = await desk.send(door, { body: wrong.input, locale });
        expectProblem(response, { status: 422, code: "invalid", locale, of: wrong });
      }
    });

    it.each(named(writing))("J7: %s: what is no JSON object", async (_name, door) => {
      const raw = (text: string, type = "application/json") =>
        desk.send(door, { raw: text, headers: { "content-type": type } });
      for (const text of ["{", '{"a":1,}', "undefined", "{'a':1}", "\u0000", '{"a":1}{"b":2}'])
        expectProblem(await raw(text), { status: 400, code: "malformed" });
      for (const text of ["[]", "null", '"text"', "7"])
        expectProblem(await raw(text), { status: 422, code: "invalid" });
      const deep = `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`;
      expectProblem(await raw(deep), { status: 400, code: "malformed" });
      expectProblem(await raw(`${"[".repeat(10_000)}${"]".repeat(10_000)}`), {
        status: 400,
        code: "malformed",
      });
      for (const key of ["__proto__", "constructor"]) {
        const inner = key === "constructor" ? '{"prototype":{"isAdmin":true}}' : '{"isAdmin":true}';
        expectProblem(await raw(`{"${key}":${inner}}`), { status: 400, code: "malformed" });
        expectProblem(await raw(`{"changes":{"${key}":${inner}}}`), { status: 400, code: "malformed" });
      }
      for (const half of [
        '{"a":"\\ud83d"}',
        '{"a":"b\\\\\\uDE00"}',
        '{"\\udbff":1}',
        '{"a":["\\ude00\\ud83d"]}',
      ])
        expectProblem(await raw(half), { status: 400, code: "malformed" });
      for (const whole of ['{"a":"\\ud83d\\ude00"}', '{"a":"\\\\ud83d"}'])
        expectProblem(await raw(whole), { status: 422, code: "invalid" });
      const tooLong = "x".repeat(bodyLimitOf(door.action.input));
      expectProblem(await raw(`{"a":"${tooLong}"}`), { status: 413, code: "too-large" });
    });

    it.each(named(writing))("J7: %s: only JSON", async (_name, door) => {
      const text = JSON.stringify(desk.inputOf(door));
      const types = [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json\ta",
        "application/jsonx",
        "text/plain; application/json",
        "application/xml",
        "application/json; charset=utf-16",
        'application/json; charset="latin1"',
        "application/json; charset=utf-8; charset=utf-16",
        "application/json; charset =utf-16",
        'application/json; x="; charset=utf-8"; charset=utf-16',
      ];
      const wrong = { status: 415, code: "wrong-content-type" };
      for (const type of types)
        expectProblem(await desk.send(door, { raw: text, headers: { "content-type": type } }), wrong);
      for (const coding of ["gzip", "br", "identity, gzip"])
        expectProblem(await desk.send(door, { raw: text, headers: { "content-encoding": coding } }), wrong);
    });

    it.each(named(writing.filter(({ pathNames }) => pathNames.length)))(
      "J7: %s: a body does not name another record than the address",
      async (_name, door) => {
        for (const name of door.pathNames) {
          const body = { ...desk.inputOf(door), [name]: "another-record" };
          expectProblem(await desk.send(door, { body }), {
            status: 422,
            code: "invalid",
            of: { pointer: `/${name}` },
          });
        }
      },
    );

    it.each(named(writing))("J7: %s: not from another site", async (_name, door) => {
      for (const headers of [
        { origin: "https://elsewhere.example" },
        { origin: "null" },
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" },
      ]) {
        expectProblem(await desk.send(door, { headers }), { status: 403, code: "csrf" });
      }
    });
  });

  describe("in an address", () => {
    it.each(named(doors.filter(({ pathNames }) => pathNames.length)))(
      "J7: %s: a malformed id is one that is not there",
      async (_name, door) => {
        const ids = ["X", "a", "no%20id", "..%2f..%2fadmin", "a".repeat(65), "a".repeat(400)];
        for (const id of [...ids, "%00id", "%zz", "%c3%28", "id;drop", "%24ne", "__proto__"]) {
          const path = door.path.replace(/:\w+/, id);
          expectProblem(await desk.send(door, { path }), { status: 404, code: "not-found" });
        }
      },
    );

    it.each(named(reading))("J7: %s: a parameter that is not asked, or is no number", async (_name, door) => {
      for (const query of [
        "isAdmin=1",
        "__proto__=1",
        "constructor=1",
        "$where=1",
        "limit[$gt]=1",
        "%24ne=1",
      ]) {
        const path = `${desk.addressOf(door)}?${query}`;
        expectProblem(await desk.send(door, { path }), { status: 400, code: "malformed" });
      }
      for (const [name, schema] of Object.entries<any>(door.schema.properties)) {
        for (const value of wrongInQuery(schema)) {
          const query = new URLSearchParams({ ...desk.queryOf(door), [name]: value });
          const path = `${desk.addressOf(door)}?${query}`;
          expectProblem(await desk.send(door, { path }), {
            // Too large a number is one still, so it is the action that refuses it.
            status: value === "1e999" ? [400, 422] : 400,
            of: { pointer: `/${name}` },
          });
        }
      }
    });

    it.each(named(writing))("J7: %s: no parameter fills its body", async (_name, door) => {
      const parameters = { ...desk.queryOf(door), isAdmin: "1", version: "1" };
      for (const [name, value] of Object.entries(parameters)) {
        const { [name]: _left, ...body } = desk.inputOf(door) as Record<string, unknown>;
        const path = `${desk.addressOf(door)}?${new URLSearchParams({ [name]: value })}`;
        for (const sent of [body, desk.inputOf(door)])
          expectProblem(await desk.send(door, { path, body: sent }), {
            status: 400,
            code: "malformed",
            of: { pointer: `/${name}` },
          });
      }
    });

    it.each(named(doors))("J7: %s: another method", async (_name, door) => {
      const { path, method } = { path: desk.addressOf(door), method: door.method };
      const taken = doors.filter((one) => desk.addressOf(one) === path).map((one) => one.method);
      const others = ["TRACE", "PROPFIND", "OPTIONS", method === "PUT" ? "DELETE" : "PUT"];
      for (const other of others.filter((one) => !taken.includes(one as Door["method"]))) {
        expectProblem(await desk.send(door, { path, method: other, raw: "{}" }), { status: [404, 405] });
      }
      const headers = { "x-http-method-override": "DELETE", "x-method-override": "DELETE" };
      if (method === "GET") expect((await desk.send(door, { headers })).status).not.toBe(405);
    });
  });

  describe("in a header", () => {
    it.each(named(editing))("I7: %s: no version, or one that cannot be read", async (_name, door) => {
      const ask = (version?: string) => desk.send(door, { version });
      expectProblem(await ask(undefined), { status: 428, code: "if-match-missing" });
      for (const version of [
        "*",
        "1",
        'W/"1"',
        '"x"',
        '"-1"',
        '"1", "2"',
        '""',
        '"1e3"',
        '"9999999999999999"',
      ])
        expectProblem(await ask(version), { status: 400, code: "malformed" });
      const body = { ...desk.inputOf(door), version: 1 };
      expectProblem(await desk.send(door, { body }), {
        status: 422,
        code: "invalid",
        of: { pointer: "/version" },
      });
    });

    it.each(named(commands))("J2: %s: no key, or one of another form", async (_name, door) => {
      for (const key of [
        null,
        "",
        "short",
        "x".repeat(65),
        "with spaces in it all",
        "ключ-ключ-ключ-ключ",
        "a/b/c/d/e/f/g/h/i/j",
      ])
        expectProblem(await desk.send(door, { key }), { status: 400, code: "key-missing" });
    });
  });
});

describe("what was decided stays so", () => {
  /** How often letters are asked for is counted before their key is looked at. */
  const outcome = () =>
    digestOf(desk.product.kernel.mongo, {
      settledOnly: true,
      without: ["identity.attempts", "partnerships.attempts", "missions.attempts"],
    });

  /** Their only input is the record's own address, so no other request can meet their key. */
  const oneInput = [
    "missions.withdrawByLink",
    "partnerships.withdraw",
    "partnerships.confirm",
    "partnerships.finishSection",
  ];

  it.each(named(commands.filter(({ action }) => !oneInput.includes(action.name))))(
    "J2: %s: a key stands for one request",
    async (_name, door) => {
      const key = newId();
      await desk.send(door, { key });
      await atRest(desk.product);
      const first = await outcome();
      const response = await desk.send(door, { key, ...desk.otherwise(door) });
      expectProblem(response, { status: 422, code: "key-reused" });
      expect(await outcome()).toEqual(first);
    },
  );

  it("J2: every command but these can be asked with another input", () => {
    const names = commands.map(({ action }) => action.name);
    expect(names.filter((name) => oneInput.includes(name))).toEqual(oneInput);
  });

  it.each(named(editing))("I7: %s: an old version changes nothing", async (_name, door) => {
    await atRest(desk.product);
    const rows = () => digestOf(desk.product.kernel.mongo, { settledOnly: true, without: ["log"] });
    const first = await rows();
    const response = await desk.send(door, desk.staleOf(door));
    expectProblem(response, {
      status: 412,
      code: /^(stale|partnerships\.draft-clash|settings\.changed-meanwhile)$/,
    });
    await atRest(desk.product);
    expect(await rows()).toEqual(first);
  });
});

function wrongInQuery(schema: any): string[] {
  const bounds = [schema.minimum - 1, schema.maximum + 1].filter(Number.isFinite).map(String);
  if (schema.type === "integer") return ["x", "1.5", "NaN", "0x1x", "1e999", "", ...bounds];
  if (schema.enum) return ["¿no?", "[$ne]"];
  if (schema.pattern) {
    const taken = new RegExp(schema.pattern, "u");
    return ["¿no?", "[$ne]", "a\u0000", "\u202ea", "?"].filter((value) => !taken.test(value));
  }
  return schema.maxLength ? ["a".repeat(schema.maxLength + 1)] : [];
}
