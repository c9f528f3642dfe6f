import Fastify, { type FastifyInstance } from "fastify";
import { takeOnlyJson } from "./bodies.ts";

let app: FastifyInstance;

beforeAll(() => {
  app = Fastify();
  takeOnlyJson(app);
  app.post("/", (request, reply) => reply.send(request.body));
});
afterAll(() => app.close());

async function sent(payload: Buffer | string, type = "application/json") {
  const { statusCode, body } = await app.inject({
    ...{ method: "POST", url: "/", payload, headers: { "content-type": type } },
  });
  return statusCode === 200 ? body : statusCode;
}

it("J7: takes UTF-8 as it was sent, and nothing that would be kept as other characters", async () => {
  for (const text of ['{"name":"Kiel–Århus 🙈"}', '{"name":"\ufffd"}']) expect(await sent(text)).toBe(text);
  const [latin1, utf16] = [Buffer.from('{"name":"Århus"}', "latin1"), Buffer.from('{"name":"a"}', "utf16le")];
  const half = Buffer.concat([Buffer.from('{"name":"'), Buffer.from("🙈").subarray(0, 3), Buffer.from('"}')]);
  const tooLong = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]);
  for (const bytes of [latin1, utf16, half, tooLong]) expect(await sent(bytes)).toBe(400);
});

it("J7: knows JSON by the whole of its type", async () => {
  const plain = ["application/json", "Application/JSON", "application/json; charset=utf-8"];
  const written = [
    "application/json;charset=UTF-8",
    "application/json; charset=utf8",
    'application/json ;\tcharset="utf-8"',
  ];
  for (const type of [...plain, ...written])
    expect({ type, got: await sent("{}", type) }).toEqual({ type, got: "{}" });
  const others = [
    "application/json; charset=utf-16",
    "application/json; charset=utf-8; charset=utf-16",
    "application/json; charset=utf-8; charset=utf-8",
    "application/json; charset =utf-16",
    'application/json; x="; charset=utf-8"; charset=utf-16',
    'application/json; charset="utf-8',
    "application/json; charset=utf-88",
    "application/json; charset=",
    "application/jsonx",
  ];
  for (const type of others) expect({ type, got: await sent("{}", type) }).toEqual({ type, got: 415 });
});
