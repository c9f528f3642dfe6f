import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { isLoopback } from "./loopback.ts";
import { type OpenIdProvider, openIdProviders } from "./openid-providers.ts";

/** Settings of one process. This folder is the only reader of the environment. */
export type Config = {
  mongoUri: string;
  /** None: all services live in this process. */
  natsUrl: string | undefined;
  natsUser: string | undefined;
  natsPassword: string | undefined;
  /** PEM of who vouches for the NATS server, for `tls://`; none: those that Node trusts. */
  natsCa: string | undefined;
  /** Keys the hashes of idempotency keys, bodies, addresses and links, and encrypts second factors. Never stored in the database. */
  secret: string;
  host: string;
  port: number;
  /** Where browsers reach a real installation, which answers under no other name. */
  publicUrl: string | undefined;
  /** Addresses, or networks as `10.0.0.0/8`, of proxies that may say for whom they ask (`X-Forwarded-For`). */
  trustedProxies: string[];
  /** `smtp://user:password@host:587` or `smtps://…`; none: letters are only queued, to be read in a demo. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Where letters come back to: addresses of this domain, whose mail reaches this port. None: nobody hears of those. */
  bounces: { domain: string; port: number } | undefined;
  /** Of a service that lists leaked passwords by range; none: only the shipped lists are asked. */
  leakedPasswordsUrl: string | undefined;
  /** Where people may sign in beside here. */
  openIdProviders: OpenIdProvider[];
  /** Demo persons may be chosen at sign-in. Never on a production installation. */
  demo: boolean;
  namespace: string;
  /** The one that this process runs, if it runs one. */
  service: string | undefined;
  /** Whoever started this process tells by itself when a node is gone. */
  supervised: boolean;
  logLevel: LogLevel;
  metricsPort: number | undefined;
  zipkinUrl: string | undefined;
  /** Tests only: the name of the point at which this process kills itself. */
  crashAt: string | undefined;
};

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace"] as const;
export type LogLevel = (typeof logLevels)[number];

export class ConfigError extends Error {
  override name = "ConfigError";
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`The settings are not right:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

type Env = Record<string, string | undefined>;

/** Throws ConfigError with every fault at once. A secret may stand in a file: `X_FILE` instead of `X`. */
export function readConfig(env: Env = process.env): Config {
  const faults: string[] = [];
  const need = (name: string, how: string) => {
    const value = fromEnvOrFile(env, name, faults);
    if (!value) faults.push(`${name} is missing. ${how}`);
    return value ?? "";
  };
  const config: Config = {
    mongoUri: need(
      "MONGODB_URI",
      "Run `npm start`, which provides a server, or give mongodb://host:port/database.",
    ),
    natsUrl: env.NATS_URL || undefined,
    natsUser: env.NATS_USER || undefined,
    natsPassword: fromEnvOrFile(env, "NATS_PASSWORD", faults),
    natsCa: fromEnvOrFile(env, "NATS_CA", faults),
    secret: need(
      "CAUSEWAY_SECRET",
      "Make one with `openssl rand -hex 32` and name its file in CAUSEWAY_SECRET_FILE.",
    ),
    host: env.HOST || "127.0.0.1",
    port: port(env, "PORT", faults) ?? 3000,
    publicUrl: env.CAUSEWAY_PUBLIC_URL || undefined,
    trustedProxies: addresses(env, "CAUSEWAY_TRUSTED_PROXIES", faults),
    smtpUrl: fromEnvOrFile(env, "CAUSEWAY_SMTP_URL", faults),
    mailFrom: env.CAUSEWAY_MAIL_FROM || "causeway@localhost",
    bounces: bounces(env, faults),
    leakedPasswordsUrl: env.CAUSEWAY_LEAKED_PASSWORDS_URL || undefined,
    openIdProviders: openIdProviders(
      "CAUSEWAY_OPENID_PROVIDERS",
      fromEnvOrFile(env, "CAUSEWAY_OPENID_PROVIDERS", faults),
      faults,
    ),
    demo: env.CAUSEWAY_DEMO === "1",
    namespace: env.CAUSEWAY_NAMESPACE || "causeway",
    service: env.SERVICES && /^[\w-]+$/.test(env.SERVICES) ? env.SERVICES : undefined,
    supervised: env.CAUSEWAY_SUPERVISED === "1",
    logLevel: logLevel(env, faults),
    metricsPort: port(env, "METRICS_PORT", faults),
    zipkinUrl: env.ZIPKIN_URL || undefined,
    crashAt: env.CAUSEWAY_CRASH_AT || undefined,
  };
  faults.push(...contradictions(config));
  if (faults.length) throw new ConfigError(faults);
  return config;
}

function fromEnvOrFile(env: Env, name: string, faults: string[]): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name] || undefined;
  if (env[name]) faults.push(`${name} and ${name}_FILE are both set. Keep one.`);
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch {
    faults.push(`${name}_FILE names ${file}, which cannot be read.`);
    return undefined;
  }
}

function port(env: Env, name: string, faults: string[]): number | undefined {
  const text = env[name];
  if (!text) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= 65_535) return value;
  faults.push(`${name} is "${text}", which is no port. Give a number from 0 to 65535.`);
  return undefined;
}

function bounces(env: Env, faults: string[]): Config["bounces"] {
  const domain = env.CAUSEWAY_BOUNCES_DOMAIN || undefined;
  const listens = port(env, "CAUSEWAY_BOUNCES_PORT", faults);
  if (domain && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain))
    faults.push(`CAUSEWAY_BOUNCES_DOMAIN is "${domain}", which is no domain. Give bounces.example.org.`);
  if (domain && listens !== undefined) return { domain, port: listens };
  if (domain || env.CAUSEWAY_BOUNCES_PORT)
    faults.push("Of CAUSEWAY_BOUNCES_DOMAIN and CAUSEWAY_BOUNCES_PORT one is missing. Give both or none.");
  return undefined;
}

function addresses(env: Env, name: string, faults: string[]): string[] {
  const all = (env[name] ?? "").split(",").map((one) => one.trim());
  const given = all.filter((one) => one !== "");
  for (const one of given.filter((text) => !isAddress(text)))
    faults.push(
      `${name} holds "${one}", which is no address. Give 10.0.0.7, fd00::7 or 10.0.0.0/8, with commas.`,
    );
  return given;
}

function isAddress(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)]!;
  // A network of no bits would trust everyone.
  return (
    most > 0 && !more.length && (bits === undefined || (/^[1-9]\d*$/.test(bits) && Number(bits) <= most))
  );
}

function logLevel(env: Env, faults: string[]): LogLevel {
  const text = env.LOG_LEVEL || "info";
  const level = logLevels.find((known) => known === text);
  if (!level) faults.push(`LOG_LEVEL is "${text}". Choose one of ${logLevels.join(", ")}.`);
  return level ?? "info";
}

function contradictions(config: Config): string[] {
  const faults: string[] = [];
  if (config.publicUrl && config.demo) {
    faults.push("CAUSEWAY_DEMO is set beside CAUSEWAY_PUBLIC_URL. A public installation has no demo logins.");
  }
  const site = config.publicUrl ? URL.parse(config.publicUrl) : undefined;
  if (config.publicUrl && !(site && /^https?:$/.test(site.protocol) && site.pathname === "/")) {
    faults.push(
      "CAUSEWAY_PUBLIC_URL is no address of a portal. Give https://portal.example.org, without a path.",
    );
  }
  if (config.secret && config.secret.length < 32) {
    faults.push("CAUSEWAY_SECRET has fewer than 32 characters. Make one with `openssl rand -hex 32`.");
  }
  const smtp = config.smtpUrl ? URL.parse(config.smtpUrl) : undefined;
  if (config.smtpUrl && !(smtp && /^smtps?:$/.test(smtp.protocol) && smtp.hostname)) {
    faults.push(
      "CAUSEWAY_SMTP_URL is no address of a mail server. Give smtp://user:password@host:587, or smtps:// with port 465.",
    );
  }
  const nats = config.natsUrl ? URL.parse(config.natsUrl) : undefined;
  if (config.natsUrl && !(nats && /^(nats|tls):$/.test(nats.protocol))) {
    faults.push("NATS_URL is no address of a NATS server. Give nats://host:port or tls://host:port.");
  } else if (nats && (nats.username || nats.password)) {
    faults.push("NATS_URL holds a user or a password. Give NATS_USER and NATS_PASSWORD_FILE instead.");
  }
  if (config.natsCa && nats?.protocol !== "tls:") {
    faults.push("NATS_CA is set, but NATS_URL does not begin with tls://, so nothing would be encrypted.");
  }
  // Any NATS client can forge who is calling, so beyond this machine each process must say who it is.
  if (nats && !isLoopback(nats.hostname) && !(config.natsUser && config.natsPassword)) {
    faults.push(`NATS_URL is ${nats.hostname}, beyond this machine. Give NATS_USER and NATS_PASSWORD_FILE.`);
  }
  return faults;
}
