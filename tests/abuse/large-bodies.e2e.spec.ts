import { monitorEventLoopDelay } from "node:perf_hooks";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { expectProblem, send } from "./send.ts";

let product: Product;
let cookie: string;

beforeAll(async () => {
  product = await startProduct();
  await admit(product, "getijkracht", "office", ["officer"], "leen");
  cookie = (await signIn(product, "leen")).cookie!;
});
afterAll(() => product.stop());

const many = (count: number, one: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => one(n)).join();

const bodies: Record<string, [string, number]> = {
  "nested 10,000 deep": [`${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`, 400],
  "lists 100,000 deep": ["[".repeat(100_000), 400],
  "as many keys as fit": [`{${many(25_000, (n) => `"${n.toString(36)}":1`)}}`, 400],
  "the same key again and again": [`{${many(40_000, () => '"":0')}}`, 400],
  "a list of 100,000": [`{"roles":[${many(100_000, () => "0")}]}`, 400],
  "100,000 keys": [`{${many(100_000, (n) => `"${n}":1`)}}`, 413],
  "brackets and commas in one long text": [`{"name":"${"[{,".repeat(60_000)}"}`, 422],
  "a text that does not end": [`{"name":"${"\\".repeat(100_001)}`, 400],
};

it.each(Object.entries(bodies))(
  "J7: refuses %s, and others wait no longer for it",
  async (_name, [raw, status]) => {
    const headers = {
      ...{ cookie, "causeway-csrf": "1", "content-type": "application/json", "accept-language": "en" },
      "content-length": String(Buffer.byteLength(raw)),
    };
    const post = () => send(product.url, { method: "POST", path: "/api/registrations/drafts", headers, raw });
    await post();
    const stall = monitorEventLoopDelay({ resolution: 1 });
    stall.enable();
    for (let n = 0; n < 5; n++) expectProblem(await post(), { status });
    stall.disable();
    // Promised are 50 ms; the margin is for a busy machine. This test's own client is in it too.
    expect(stall.max / 1e6).toBeLessThan(150);
  },
);
