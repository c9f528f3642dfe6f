import { randomBytes } from "node:crypto";
import { ServiceBroker, type ServiceSchema } from "moleculer";
import type { Principal } from "../access/principal.ts";
import { type Clock, systemClock } from "../clock/clock.ts";
import type { Config } from "../config/config.ts";
import { testServers } from "../config/test-servers.ts";
import { type Answer, callAs } from "../contract/call.ts";
import type { Action, Input, Reply } from "../contract/contract.ts";
import type { KernelRefusal } from "../contract/refusals.ts";
import { newId } from "../ids.ts";
import { type Kernel, kernelOf } from "../kernel.ts";
import { dropDatabase } from "../mongo/connect.ts";
import { brokerOptions } from "../node/broker.ts";
import { settled } from "../node/settled.ts";

export type TestNode = {
  broker: ServiceBroker;
  kernel: Kernel;
  /** Sends a command or query as someone; a command gets a key of its own unless one is given. */
  as<A extends Action<any, any, any, any>>(
    who: Principal,
    action: A,
    input: Input<A>,
    key?: string,
  ): Promise<Reply<A> | KernelRefusal>;
  answer<A extends Action<any, any, any, any>>(
    who: Principal,
    action: A,
    input: Input<A>,
    key?: string,
  ): Promise<Answer<Reply<A> | KernelRefusal>>;
  settled(): Promise<number>;
  stop(): Promise<void>;
};

type Options = { services: ServiceSchema[]; clock?: Clock; config?: Partial<Config> };

/** A process like the real one, with a database of its own on the real server. */
export async function startNode({ services, clock = systemClock, config }: Options): Promise<TestNode> {
  const broker = new ServiceBroker(brokerOptions(testConfig(config), { clock }));
  for (const service of services) broker.createService({ ...service });
  await broker.start();
  const kernel = kernelOf(broker);
  const answer: TestNode["answer"] = (who, action, input, key = newId()) =>
    callAs(broker, action, input, { who, key });
  return {
    broker,
    kernel,
    answer,
    as: async (who, action, input, key) => (await answer(who, action, input, key)).reply,
    settled: () => settled(broker),
    async stop() {
      await broker.stop();
      await dropDatabase(kernel.config.mongoUri);
    },
  };
}

export function testConfig(own: Partial<Config> = {}): Config {
  return {
    mongoUri: databaseUri(),
    natsUrl: undefined,
    natsUser: undefined,
    natsPassword: undefined,
    natsCa: undefined,
    secret: "a-secret-for-tests-of-32-characters",
    host: "127.0.0.1",
    port: 0,
    publicUrl: undefined,
    trustedProxies: [],
    smtpUrl: undefined,
    mailFrom: "portal@causeway.example",
    bounces: undefined,
    leakedPasswordsUrl: undefined,
    openIdProviders: [],
    demo: true,
    namespace: `test-${randomBytes(4).toString("hex")}`,
    service: undefined,
    supervised: false,
    logLevel: "fatal",
    metricsPort: undefined,
    zipkinUrl: undefined,
    crashAt: undefined,
    ...own,
  };
}

/** A database of its own on the server that the test runner has provided. */
export function databaseUri(name = `test-${randomBytes(6).toString("hex")}`): string {
  const url = new URL(testServers().mongoUri);
  url.pathname = `/${name}`;
  return url.href;
}
