import { globSync, readFileSync } from "node:fs";
import { malloc, memoryFlags } from "../../scripts/app/process.ts";
import { serviceNames } from "../../scripts/app/services.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const compose = read("deploy/compose.yaml");
const rights = rightsIn(read("deploy/nats.conf"));
const services = serviceNames();

type Rights = { publish: string[]; subscribe: string[] };

/** The users of a NATS configuration with what each may publish and subscribe to. */
function rightsIn(conf: string): Map<string, Rights> {
  const users = conf.split(/^ *user: /m).slice(1);
  const allowed = (user: string, verb: string) => {
    const list = new RegExp(`${verb} \\{\\s*allow: \\[([^\\]]*)\\]`).exec(user)?.[1] ?? "";
    return [...list.matchAll(/"([^"]+)"/g)].map(([, subject]) => subject!);
  };
  return new Map(
    users.map((user) => [
      user.split("\n")[0]!.trim(),
      { publish: allowed(user, "publish"), subscribe: allowed(user, "subscribe") },
    ]),
  );
}

/** The entries of `services:`, each with its lines. */
function containersIn(text: string): Map<string, string> {
  const section = /^services:\n((?: .*\n|\n)*)/m.exec(text)?.[1] ?? "";
  const entries = section.split(/^ {2}(?=\w)/m).slice(1);
  return new Map(entries.map((entry) => [entry.split(":")[0]!, entry]));
}

/** Asks whatever action it is given; who only reads the contracts asks nobody. */
const asksAny = (text: string) => text.includes("#services/contracts.ts") && /\b(ask|callAs)\(/.test(text);

/** Whom the code of a service calls: the actions of others that it names, and the log if it takes commands. */
function calledBy(service: string): string[] {
  const files = globSync(`services/${service}/**/*.ts`).filter((file) => !/\.(spec|testing)\.ts$/.test(file));
  const code = files.map((file) => read(file)).join("\n");
  const shared = [...code.matchAll(/"#services\/([\w-]+\.ts)"/g)].map(([, file]) => file!);
  const joined = [...new Set(shared)].map((file) => read(`services/${file}`)).join("\n");
  const named = [...`${code}${joined}`.matchAll(/\b(\w+)\.actions\./g)].map(([, name]) => name!);
  const all = files.map(read).some(asksAny) ? globSync("services/*/*.contract.ts") : [];
  const routed = all.map((file) => file.split("/")[1]!);
  const log = files.some((file) => file.endsWith(".contract.ts")) ? ["log"] : [];
  return [...new Set([...named, ...routed, ...log])].filter((name) => name !== service).sort();
}

const othersIn = (subjects: string[], packet: string, self: string) =>
  subjects
    .flatMap((subject) => new RegExp(`^MOL-causeway\\.${packet}\\.(.+)\\.\\*$`).exec(subject)?.[1] ?? [])
    .filter((name) => name !== self)
    .sort();

function secretsIn(text: string): string[] {
  const random = text.match(/\b[A-Za-z0-9+/_-]{32,}\b/g) ?? [];
  const long = random.filter((word) => /\d/.test(word) && /[a-f]/i.test(word) && !word.includes("/"));
  const written = text.match(/(password|secret)\w*["']?[:=] *["']?(?![$"'/\s[]|true|file)[^\s,]+/gi) ?? [];
  return [...long, ...written.filter((line) => !/_FILE: \/run\/secrets\//.test(line))];
}

it("starts every service in a container of its own, and missions twice", () => {
  const containers = containersIn(compose);
  for (const name of services) {
    expect(containers.get(name)).toContain(`SERVICES: ${name}\n`);
    expect(containers.get(name)).toContain(`NATS_USER: ${name}\n`);
    expect(containers.get(name)).toContain(`NATS_PASSWORD_FILE: /run/secrets/nats_${name}\n`);
  }
  expect(containers.get("missions")).toContain("replicas: 2");
  expect([...containersIn(read("deploy/compose.demo.yaml")).keys()].sort()).toEqual(["demo", ...services]);
});

it("takes a port of the machine for the gateway only, and one for letters that come back where they are taken", () => {
  const takers = (text: string) =>
    [...containersIn(text)].filter(([, lines]) => lines.includes("ports:")).map(([name]) => name);
  expect(takers(compose)).toEqual(["gateway"]);
  const overlay = read("deploy/compose.bounces.yaml");
  expect(takers(overlay)).toEqual(["mail"]);
  expect([...containersIn(overlay).keys()]).toEqual(["mail"]);
  // Both settings or none, so both stand where the port is taken.
  const settings = (text: string) =>
    [...new Set(text.match(/^ +CAUSEWAY_BOUNCES_\w+(?=:)/gm))].map((name) => name.trim());
  expect(settings(compose)).toEqual([]);
  expect(settings(overlay)).toEqual(["CAUSEWAY_BOUNCES_DOMAIN", "CAUSEWAY_BOUNCES_PORT"]);
});

it("gives every service NATS over TLS, and a database elsewhere, where an overlay says so", () => {
  const tls = read("deploy/compose.tls.yaml");
  expect([...containersIn(tls).keys()].sort()).toEqual([...services, "nats"].sort());
  for (const name of services) expect(containersIn(tls).get(name)).toContain("<<: *tls\n");
  const elsewhere = read("deploy/compose.mongodb.yaml");
  const inContainers = ["mongodb", "replica-set"];
  expect([...containersIn(elsewhere).keys()].sort()).toEqual([...services, ...inContainers].sort());
  for (const name of inContainers) expect(containersIn(elsewhere).get(name)).toContain("profiles:");
  // Whoever is on the inner network alone could not reach it.
  for (const name of services) {
    const both = [compose, elsewhere].map((text) => containersIn(text).get(name)).join("");
    expect(both).toMatch(/networks: \[(inside, )?outside\]/);
    expect(both).toContain("<<: *elsewhere\n");
  }
});

it("gives every service a NATS user, and nobody else", () => {
  expect([...rights.keys()].sort()).toEqual(services);
});

it.each(services)("lets %s hear only what is meant for it, and call only whom its code calls", (name) => {
  const { publish, subscribe } = rights.get(name)!;
  expect(
    [...publish, ...subscribe].filter((subject) => !/^MOL-causeway\.[A-Z]+(\.|$)/.test(subject)),
  ).toEqual([]);
  expect([...publish, ...subscribe].filter((subject) => subject.includes(">"))).toEqual([]);
  for (const packet of ["REQ", "RES", "EVENT"]) expect(othersIn(subscribe, packet, name)).toEqual([]);
  expect(othersIn(publish, "REQ", name)).toEqual(calledBy(name));
  expect(othersIn(publish, "RES", name)).toEqual(
    services.filter((caller) => calledBy(caller).includes(name)),
  );
  const told = { log: ["MOL-causeway.EVENT.*.*"], identity: ["MOL-causeway.EVENT.gateway.*"] };
  expect(publish.filter((subject) => subject.includes(".EVENT."))).toEqual(told[name as "log"] ?? []);
});

it("builds on the Node that the project pins", () => {
  const pinned = /wanted = "(\d+)\./.exec(read("scripts/bootstrap.mjs"))?.[1];
  const images = [...read("deploy/Containerfile").matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  expect(images).toEqual(images.map(() => `docker.io/library/node:${pinned}-bookworm-slim`));
});

it("gives a process the same settings of memory as npm start does", () => {
  const containerfile = read("deploy/Containerfile");
  const command = JSON.parse(/^CMD (\[.*\])$/m.exec(containerfile)![1]!) as string[];
  expect(command.filter((word) => memoryFlags.includes(word))).toEqual(memoryFlags);
  const set = Object.entries(malloc).map(([name, value]) => `${name}=${value}`);
  expect(containerfile).toContain(`\nENV ${set.join(" ")}\n`);
});

it("holds no secret in a file", () => {
  for (const file of globSync("deploy/*"))
    if (file !== "deploy/secrets") expect(secretsIn(read(file))).toEqual([]);
});

it("takes nothing into an image but what is listed: no history, no secret", () => {
  const [first, ...listed] = read("deploy/Containerfile.dockerignore").split("\n").slice(1).filter(Boolean);
  expect(first).toBe("*");
  const taken = listed.filter((line) => line.startsWith("!"));
  expect(taken.length).toBeGreaterThan(5);
  expect(taken.filter((line) => /^!(\.(?!npmrc$)|deploy|.*\*)/.test(line))).toEqual([]);
});

it("would catch what it guards against", () => {
  const conf =
    'user: a\n permissions { publish { allow: [ "MOL-causeway.REQ.b.*" ] } subscribe { allow: [] } }';
  expect(rightsIn(conf)).toEqual(new Map([["a", { publish: ["MOL-causeway.REQ.b.*"], subscribe: [] }]]));
  expect(containersIn("services:\n  a:\n    image: x\n\nvolumes:\n  b: {}\n")).toEqual(
    new Map([["a", "a:\n    image: x\n\n"]]),
  );
  expect(calledBy("missions")).toContain("partnerships");
  expect(secretsIn("password: hunter2")).toHaveLength(1);
  expect(secretsIn("NATS_PASSWORD: hunter2")).toHaveLength(1);
  expect(secretsIn("x 0f2b9c1d0f2b9c1d0f2b9c1d0f2b9c1d y")).toHaveLength(1);
});
