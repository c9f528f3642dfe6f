import type { FastifyInstance } from "fastify";
import { testConfig } from "#shared/testing/node.ts";
import { createApp } from "./app.ts";

let app: FastifyInstance;
beforeAll(async () => {
  app = await createApp(testConfig());
  app.get("/here", (_request, reply) => reply.send({ here: true }));
});
afterAll(() => app.close());

it.each(["/here", "/nowhere"])("sends Helmet's headers with %s, and no trace of the probe", async (url) => {
  const { headers } = await app.inject(url);
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none';/);
  expect(headers["strict-transport-security"]).toBeUndefined();
  expect(headers["content-type"]).toContain("json");
});

it("has browsers come by https only, where the portal has an address of its own by https", async () => {
  const real = await createApp(testConfig({ publicUrl: "https://portal.example.org" }));
  const { headers } = await real.inject({ url: "/livez", headers: { host: "portal.example.org" } });
  expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  await real.close();
});
