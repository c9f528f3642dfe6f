import { subscribe } from "node:diagnostics_channel";
import { jest } from "@jest/globals";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { FastifyInstance } from "fastify";
import { contracts } from "#services/contracts.ts";
import { createApp } from "#services/gateway/app.ts";
import type { Action, Contract } from "#shared/contract/contract.ts";
import { testConfig } from "#shared/testing/node.ts";
import { doors } from "../kit/doors.ts";
import { type Product, startProduct } from "../kit/product.ts";

jest.setTimeout(60_000);

const all: readonly Contract[] = contracts;
let product: Product;
const routesOf = new Map<FastifyInstance, string[]>();
let routes: string[];

beforeAll(async () => {
  // Fastify tells of each server as it is made, before it has a route.
  subscribe("fastify.initialization", (message) => listen((message as { fastify: FastifyInstance }).fastify));
  product = await startProduct();
  routes = routesOf.get((product.broker.getLocalService("gateway") as any).app) ?? [];
});
afterAll(() => product.stop());

/** It answers HEAD where it answers GET. */
function listen(app: FastifyInstance) {
  const heard: string[] = [];
  routesOf.set(app, heard);
  app.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) if (one !== "HEAD") heard.push(`${one} ${url}`);
  });
}

const registered = () =>
  (product.broker.registry.getActionList({ onlyLocal: true }) as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("$node."))
    .sort();

describe("J7: what the broker registers is what the contracts say", () => {
  const promised = all.flatMap(({ actions }) => Object.values(actions) as Action[]).map(({ name }) => name);

  const ofTheKernel = ["log.append"];

  it("no more and no less", () => {
    expect(registered()).toEqual([...promised, ...ofTheKernel].sort());
  });

  it("sees an action that is added by hand", async () => {
    const backdoor = product.broker.createService({ name: "backdoor", actions: { open: () => "open" } });
    await product.broker.waitForServices("backdoor");
    expect(registered()).toContain("backdoor.open");
    await product.broker.destroyService(backdoor);
    expect(registered()).not.toContain("backdoor.open");
  });

  it("each by the service of its contract, with the contract's own schema", () => {
    for (const { name: service, actions } of all) {
      const { schema } = product.broker.getLocalService(service) as any;
      for (const [name, action] of Object.entries(actions) as [string, Action][]) {
        expect(action.name).toBe(`${service}.${name}`);
        expect(schema.actions[name].input).toBe(action.input);
      }
    }
  });

  it("each name once, each route once", () => {
    const routes = doors.map(({ action }) => action.route!.replaceAll(/:\w+/g, ":"));
    expect(new Set(promised).size).toBe(promised.length);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it("only queries are asked by GET, and by nothing else", () => {
    const byGet = doors.filter(({ method }) => method === "GET").map(({ action }) => action.name);
    const queries = doors.filter(({ action }) => action.kind === "query").map(({ action }) => action.name);
    expect(byGet).toEqual(queries);
    expect(byGet.length).toBeGreaterThan(10);
  });
});

/** What the gateway answers itself. */
const own = [
  "GET /api/live",
  "GET /api/logos/:image",
  "GET /api/openapi.json",
  "GET /livez",
  "GET /readyz",
  "GET /robots.txt",
  "GET /sitemap.xml",
];
const ofPackages = /^GET \/(api\/docs(\/.*)?|assets\/\*)$/;

describe("J7: every route of the gateway is one of a contract or one of its few own", () => {
  it("no more and no less", () => {
    const promised = doors.map(({ action }) => action.route!.replace(" ", " /api"));
    const others = routes.filter((route) => !ofPackages.test(route));
    expect(others.sort()).toEqual([...promised, ...own].sort());
  });

  it("sees a route that is added by hand", async () => {
    const app = await createApp(testConfig());
    app.get("/api/backdoor", () => "open");
    await app.close();
    expect(routesOf.get(app)).toContain("GET /api/backdoor");
  });
});

describe("J7: the description for others", () => {
  const described = async () => (await fetch(`${product.url}/api/openapi.json`)).json() as Promise<any>;

  it("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(await described());
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  it("would not be when something were wrong in it", async () => {
    const broken = await described();
    delete broken.info.title;
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it("holds exactly the routes of the contracts, with their inputs, outputs and codes", async () => {
    const { paths } = await described();
    const listed = Object.entries<any>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
    );
    expect(listed.sort()).toEqual(doors.map(({ action }) => action.route!.replace(" ", " /api")).sort());
    for (const { action, method, path, schema } of doors) {
      const operation = paths[path.replaceAll(/:(\w+)/g, "{$1}")][method.toLowerCase()];
      expect(operation.operationId).toBe(action.name);
      const [service] = action.name.split(".");
      expect(operation["x-undone-by"]).toBe(action.undoneBy && `${service}.${action.undoneBy}`);
      const inBody = operation.requestBody?.content["application/json"].schema.properties ?? {};
      const inQuery =
        operation.parameters?.filter((one: any) => one.in === "query").map((one: any) => one.name) ?? [];
      expect([...Object.keys(inBody), ...inQuery].sort()).toEqual(Object.keys(schema.properties).sort());
      expect(operation.responses["200"].content["application/json"].schema).toBeDefined();
      for (const code of Object.keys(action.refusals))
        expect(operation.responses.default.description).toContain(code);
      expect(Object.keys(operation.responses.default.content)).toEqual(["application/problem+json"]);
      const ways = (operation.security ?? []).flatMap(Object.keys);
      const byToken = action.policy.inPerson ? [] : ["token"];
      expect(ways).toEqual(action.may === "anyone" ? [] : ["session", "link", ...byToken]);
    }
  });

  it("asks for what must be said, and for nothing else", async () => {
    const { paths, components } = await described();
    const said = (path: string, method: string) =>
      (paths[path][method].parameters ?? [])
        .filter((one: any) => one.required)
        .map((one: any) => `${one.in} ${one.name}`)
        .sort();
    expect(said("/api/missions", "get")).toEqual([]);
    expect(said("/api/missions/{id}/cancellation", "post")).toEqual([
      "header idempotency-key",
      "header if-match",
      "path id",
    ]);
    expect(paths["/api/session"].delete.requestBody).toBeUndefined();
    expect((await fetch(`${product.url}/api/session`, { method: "DELETE" })).status).toBe(200);
    expect(components.securitySchemes).toMatchObject({
      session: { in: "cookie", name: "__Host-causeway" },
      link: { in: "header", name: "causeway-link" },
      token: { type: "http", scheme: "bearer" },
    });
  });

  it("a problem is of the type that it says, and a malformed id answers as an unknown one", async () => {
    const ask = async (id: string) => {
      const response = await fetch(`${product.url}/api/registrations/${id}/own`);
      const { date: _date, "causeway-trace": _trace, ...headers } = Object.fromEntries(response.headers);
      return { status: response.status, headers, body: await response.text() };
    };
    const unknown = await ask("zzzzzzzzzzzzzzzzzzzz");
    expect(unknown.headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(unknown.status).toBe(404);
    expect(await ask("ZZ")).toEqual(unknown);
  });
});
