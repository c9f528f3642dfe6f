import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigError, readConfig } from "./config.ts";

const secret = "0123456789abcdef0123456789abcdef";
const right = { MONGODB_URI: "mongodb://127.0.0.1:27017/causeway", CAUSEWAY_SECRET: secret };

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).faults;
  }
}

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "causeway-config-"));
});
afterAll(() => rmSync(dir, { recursive: true }));

it("needs a database and a secret, and has a default for all else", () => {
  expect(readConfig(right)).toMatchObject({
    ...{ mongoUri: right.MONGODB_URI, secret, host: "127.0.0.1", port: 3000, demo: false },
    ...{ logLevel: "info", namespace: "causeway", natsUrl: undefined, publicUrl: undefined },
  });
});

it("says everything that is wrong at once", () => {
  const faults = faultsOf({ PORT: "http", LOG_LEVEL: "loud", METRICS_PORT: "70000", NATS_URL: "//" });
  expect(faults).toHaveLength(6);
  for (const name of ["MONGODB_URI", "CAUSEWAY_SECRET", "PORT", "LOG_LEVEL", "METRICS_PORT", "NATS_URL"])
    expect(faults.join("\n")).toContain(name);
});

it("does not say a secret that it was given", () => {
  const faults = faultsOf({ ...right, CAUSEWAY_SECRET: "too-short-a-secret", PORT: "x" });
  expect(faults).toHaveLength(2);
  expect(faults.join()).not.toContain("too-short-a-secret");
});

describe("a secret in a file", () => {
  it("is read without its line end", () => {
    const file = join(dir, "secret");
    writeFileSync(file, `${secret}\n`);
    expect(readConfig({ MONGODB_URI: right.MONGODB_URI, CAUSEWAY_SECRET_FILE: file }).secret).toBe(secret);
  });

  it("does not stand in the environment too", () => {
    const file = join(dir, "secret");
    expect(faultsOf({ ...right, CAUSEWAY_SECRET_FILE: file })).toEqual([
      "CAUSEWAY_SECRET and CAUSEWAY_SECRET_FILE are both set. Keep one.",
    ]);
  });

  it("that is not there is named, and one that is empty counts as missing", () => {
    const none = join(dir, "none");
    expect(faultsOf({ MONGODB_URI: "mongodb://a/b", CAUSEWAY_SECRET_FILE: none }).join()).toContain(none);
    const empty = join(dir, "empty");
    writeFileSync(empty, "\n");
    const faults = faultsOf({ MONGODB_URI: "mongodb://a/b", CAUSEWAY_SECRET_FILE: empty });
    expect(faults.join()).toContain("CAUSEWAY_SECRET is missing");
  });
});

describe("contradictions", () => {
  it.each([
    [
      "a demo that is public",
      { CAUSEWAY_DEMO: "1", CAUSEWAY_PUBLIC_URL: "https://cluster.example" },
      "CAUSEWAY_DEMO",
    ],
    ["a short secret", { CAUSEWAY_SECRET: "short" }, "32 characters"],
    ["NATS beyond this machine for anyone", { NATS_URL: "nats://nats.example:4222" }, "NATS_USER"],
    [
      "NATS by a name that only begins like this machine",
      { NATS_URL: "nats://127.0.0.1.example:4222" },
      "NATS_USER",
    ],
    ["a portal at a path", { CAUSEWAY_PUBLIC_URL: "https://cluster.example/portal" }, "without a path"],
    ["a portal at no address", { CAUSEWAY_PUBLIC_URL: "cluster.example" }, "CAUSEWAY_PUBLIC_URL"],
    ["a mail server by its name alone", { CAUSEWAY_SMTP_URL: "mail.example:25" }, "CAUSEWAY_SMTP_URL"],
    ["a mail server of the web", { CAUSEWAY_SMTP_URL: "https://mail.example" }, "CAUSEWAY_SMTP_URL"],
    ["a mail server without a name", { CAUSEWAY_SMTP_URL: "smtp:25" }, "CAUSEWAY_SMTP_URL"],
    ["NATS on all addresses", { NATS_URL: "nats://0.0.0.0:4222" }, "NATS_USER"],
    [
      "a port for returned letters and no domain",
      { CAUSEWAY_BOUNCES_PORT: "2525" },
      "CAUSEWAY_BOUNCES_DOMAIN",
    ],
    ["a domain for them and no port", { CAUSEWAY_BOUNCES_DOMAIN: "b.example" }, "CAUSEWAY_BOUNCES_PORT"],
    [
      "a domain that is none",
      { CAUSEWAY_BOUNCES_DOMAIN: "b@example", CAUSEWAY_BOUNCES_PORT: "2525" },
      "CAUSEWAY_BOUNCES_DOMAIN",
    ],
  ])("%s", (_name, env, said) => {
    expect(faultsOf({ ...right, ...env } as Record<string, string>).join()).toContain(said);
  });

  it.each([
    ["NATS on this machine", { NATS_URL: "nats://127.0.0.1:4222" }],
    ["NATS on this machine, by name", { NATS_URL: "nats://localhost:4222" }],
    ["NATS on this machine, version 6", { NATS_URL: "nats://[::1]:4222" }],
    ["a mail server", { CAUSEWAY_SMTP_URL: "smtp://user:pass%40word@mail.example:587" }],
    ["a mail server with TLS, by its address", { CAUSEWAY_SMTP_URL: "smtps://[::1]:465" }],
  ])("none: %s", (_name, env) => {
    expect(faultsOf({ ...right, ...env } as Record<string, string>)).toEqual([]);
  });
});

it.each([["-1"], ["3000.5"], ["65536"], ["0x50"], [" "], ["1e3"]])("takes no port of %p", (PORT) => {
  expect(faultsOf({ ...right, PORT })).toHaveLength(1);
});

it("reads where letters come back to: nowhere, or a domain and a port", () => {
  expect(readConfig(right).bounces).toBeUndefined();
  const given = { CAUSEWAY_BOUNCES_DOMAIN: "bounces.portal.example", CAUSEWAY_BOUNCES_PORT: "2525" };
  expect(readConfig({ ...right, ...given }).bounces).toEqual({
    domain: "bounces.portal.example",
    port: 2525,
  });
});

it("reads which proxies are trusted: none, addresses, networks", () => {
  expect(readConfig(right).trustedProxies).toEqual([]);
  const given = "10.0.0.7, fd00::/8,172.16.0.0/12";
  expect(readConfig({ ...right, CAUSEWAY_TRUSTED_PROXIES: given }).trustedProxies).toEqual(
    given.split(/, ?/),
  );
});

it.each([
  ["proxy.example"],
  ["*"],
  ["true"],
  ["10.0.0.0/0"],
  ["10.0.0.0/33"],
  ["10.0.0"],
  ["::/x"],
  ["1/2/3"],
])("trusts no proxy %p", (CAUSEWAY_TRUSTED_PROXIES) => {
  const faults = faultsOf({ ...right, CAUSEWAY_TRUSTED_PROXIES });
  expect(faults).toEqual([expect.stringContaining(CAUSEWAY_TRUSTED_PROXIES)]);
});
