import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";

type Span = { traceId: string; id: string; parentId?: string; name: string };

let collector: Server;
let product: Product;
const spans: Span[] = [];

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    spans.push(...JSON.parse(body));
    response.writeHead(202).end();
  });
  await new Promise<void>((listening) => collector.listen(0, "127.0.0.1", listening));
  const { port } = collector.address() as { port: number };
  product = await startProduct({ config: { zipkinUrl: `http://127.0.0.1:${port}` } });
  await admit(product, "getijkracht", "office", ["officer"], "leen");
});
afterAll(async () => {
  await product.stop();
  collector.close();
});

it("shows one command as one trace, from its action to the log", async () => {
  const officer = await signIn(product, "leen");
  spans.length = 0;
  const organisation = {
    id: "zandbank",
    kind: "company",
    name: "Zandbank Turbines NV",
    country: "BE",
    size: "sme",
  };
  const { status } = await officer.send("POST", "/api/organisations", { body: organisation });
  expect(status).toBe(200);
  for (let tries = 0; tries < 60 && !spans.some(({ name }) => name.includes("admitOrganisation")); tries++)
    await sleep(200);
  const action = spans.find(({ name }) => name.includes("identity.admitOrganisation"));
  const append = spans.filter(({ name }) => name.includes("log.append"));
  expect(action).toBeDefined();
  expect(append.some(({ traceId }) => traceId === action!.traceId)).toBe(true);
});
