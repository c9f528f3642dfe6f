import type { FastifyInstance } from "fastify";
import { createApp } from "./app.ts";

let app: FastifyInstance;
beforeAll(async () => {
  app = await createApp();
  app.get("/here", (_request, reply) => reply.send({ here: true }));
});
afterAll(() => app.close());

it.each(["/here", "/nowhere"])("sends Helmet's headers with %s, and no trace of the probe", async (url) => {
  const { headers } = await app.inject(url);
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(headers["content-security-policy"]).toBeUndefined();
  expect(headers["content-type"]).toContain("json");
});
