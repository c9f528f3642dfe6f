import { randomBytes } from "node:crypto";
import type { BrokerOptions } from "moleculer";
import type { Clock } from "../clock/clock.ts";
import type { Config } from "../config/config.ts";
import { ContractValidator } from "../contract/validator.ts";
import { watchForBehind } from "./behind.ts";
import { drain } from "./drain.ts";
import { gauges } from "./gauges.ts";
import { kernelMiddleware } from "./kernel-middleware.ts";
import { settleLostCalls } from "./lost-calls.ts";
import { frozenMeta } from "./meta.ts";
import { ErrorsWithoutStack } from "./regenerator.ts";
import { WatchfulNats } from "./transporter.ts";

type Extras = { clock?: Clock; nodeID?: string; middlewares?: BrokerOptions["middlewares"] };

/** Every setting that differs from Moleculer's default has its reason in docs/decisions/moleculer-settings.md. */
export function brokerOptions(config: Config, extras: Extras = {}): BrokerOptions {
  return {
    namespace: config.namespace,
    nodeID: extras.nodeID ?? nodeId(config),
    logger: { type: "Console", options: { level: logLevel(config), formatter: "json" } },
    transporter: config.natsUrl ? nats(config) : null,
    requestTimeout: 5_000,
    heartbeatInterval: 2,
    heartbeatTimeout: 6,
    dependencyInterval: 50,
    retryPolicy: { enabled: false },
    circuitBreaker: { enabled: false },
    cacher: false,
    bulkhead: { enabled: false },
    tracking: { enabled: true, shutdownTimeout: 20_000 },
    maxCallLevel: 20,
    contextParamsCloning: false,
    validator: new ContractValidator(),
    errorRegenerator: new ErrorsWithoutStack(),
    metrics: metrics(config),
    tracing: tracing(config),
    middlewares: [
      kernelMiddleware(config, extras.clock),
      frozenMeta,
      drain,
      gauges(),
      watchForBehind(),
      settleLostCalls,
      ...(extras.middlewares ?? []),
    ],
  } as BrokerOptions;
}

/**
 * NATS grants a user what is addressed to `<user>.*`, so a node is named after its user; without one after its service,
 * so that whoever reads of it knows who that is.
 */
const nodeId = ({ natsUser, service }: Config) =>
  `${natsUser ? `${natsUser}.` : `${service ?? "node"}-`}${randomBytes(4).toString("hex")}`;

/** These two warn of nothing but nodes that are gone: of each, every process that is left. */
const logLevel = ({ logLevel: level, supervised }: Config) =>
  supervised && level === "warn" ? { REGISTRY: "error", DISCOVERY: "error", "**": level } : level;

const nats = (config: Config) =>
  new WatchfulNats({
    // Not as `url`, of which Moleculer takes user and password, and puts them, or nothing, over ours.
    servers: [URL.parse(config.natsUrl ?? "")?.host],
    ...(config.natsUrl?.startsWith("tls:") && { tls: config.natsCa ? { ca: config.natsCa } : {} }),
    user: config.natsUser,
    pass: config.natsPassword,
    // Two missed pings of ten seconds, against two of two minutes: a frozen server is noticed.
    pingInterval: 10_000,
    maxPingOut: 2,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    maxReconnectAttempts: -1,
  });

/** Prometheus reads each process on a port of its own, on this machine only. */
const metrics = (config: Config) =>
  config.metricsPort === undefined
    ? { enabled: false }
    : {
        enabled: true,
        reporter: {
          type: "Prometheus",
          options: { port: config.metricsPort, path: "/metrics", host: "127.0.0.1" },
        },
      };

const tracing = (config: Config) =>
  config.zipkinUrl
    ? {
        enabled: true,
        exporter: { type: "Zipkin", options: { baseURL: config.zipkinUrl } },
        events: false,
        // What a call asks may be personal, and the collector is not ours to erase in.
        tags: { action: { params: false } },
      }
    : { enabled: false };
