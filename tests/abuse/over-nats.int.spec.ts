import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import { ServiceBroker, type ServiceSchema } from "moleculer";
import { services } from "#services/all.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { officer, planOf } from "#services/missions/missions.testing.ts";
import { testServers } from "#shared/config/test-servers.ts";
import { type CallContext, callAs } from "#shared/contract/call.ts";
import { Unauthenticated } from "#shared/errors/errors.ts";
import { brokerOptions } from "#shared/node/broker.ts";
import { databaseUri, startNode, type TestNode, testConfig } from "#shared/testing/node.ts";

jest.setTimeout(60_000);

const { natsUrl } = testServers();
const describeIf = natsUrl ? describe : describe.skip;

/** Throws what services may throw, and answers late. */
const faulty = {
  name: "faulty",
  actions: {
    named(ctx: { params: { name: string } }) {
      throw Object.assign(new Error("connection 7 to 10.0.0.1 timed out"), { name: ctx.params.name });
    },
    plain() {
      throw new TypeError("x is not a function", { cause: new Error("secret") });
    },
    fault() {
      throw new Unauthenticated("faulty.fault");
    },
    slow: () => sleep(2_000),
  },
} as unknown as ServiceSchema;

/** Answers with meta of its own, as a callee that has been taken over would. */
const hostile = {
  name: "hostile",
  actions: {
    answer(ctx: { meta: object }) {
      const taken = { who: { kind: "system", system: "hostile" }, isAdmin: true, after: 10 ** 9 };
      Object.assign(ctx.meta, taken);
      Object.defineProperty(ctx.meta, "__proto__", { value: { isAdmin: true }, enumerable: true });
      return { reply: {} };
    },
  },
} as unknown as ServiceSchema;

/** Asks the hostile one, and says what it knows of its own caller afterwards. */
const asking = {
  name: "asking",
  actions: {
    async who(ctx: CallContext) {
      const action = { name: "hostile.answer" } as any;
      const answer = await callAs(ctx.broker, action, {} as never, { ...ctx.meta }, ctx);
      return { meta: { ...ctx.meta }, isAdmin: (ctx.meta as any).isAdmin, answer };
    },
  },
} as unknown as ServiceSchema;

describeIf("over NATS", () => {
  const namespace = `test-${randomBytes(4).toString("hex")}`;
  const shared = { natsUrl, namespace, mongoUri: databaseUri() };
  let node: TestNode;
  let caller: ServiceBroker;
  let outsider: ServiceBroker;

  beforeAll(async () => {
    node = await startNode({ services: [...services, faulty, asking], config: shared });
    caller = new ServiceBroker(brokerOptions(testConfig(shared)));
    await caller.start();
    outsider = new ServiceBroker({
      namespace,
      transporter: natsUrl as "NATS",
      nodeID: "outsider",
      logger: false,
    });
    outsider.createService(hostile);
    await outsider.start();
    await caller.waitForServices(["missions", "faulty", "asking", "hostile"], 10_000);
  });
  afterAll(async () => {
    await outsider?.stop();
    await caller?.stop();
    await node?.stop();
  });

  const failure = (name: string, input: object, meta: object = {}, timeout = 5_000) =>
    caller.call(name, input, { meta, timeout }).then(
      () => ({}),
      (error) => error,
    ) as Promise<any>;

  it("takes a command, and answers as it does within one process", async () => {
    const meta = { who: officer, key: "a-key-of-the-caller" };
    const planned = await callAs(caller, missions.actions.planMission, { id: "ceara", ...planOf() }, meta);
    expect(planned.reply).toMatchObject({ mission: "ceara", position: expect.any(Number) });
    const again = await callAs(caller, missions.actions.planMission, { id: "ceara", ...planOf() }, meta);
    expect(again).toEqual({ ...planned, replayed: true });
  });

  it("keeps apart what can be told from an error, and takes no stack along", async () => {
    const input = { mission: "ceara", company: "zandbank", seats: 1 };
    const claim = missions.actions.claim.name;
    const cases: [Promise<any>, object][] = [
      [failure(claim, input), { type: "unauthenticated", code: 401 }],
      [failure(claim, input, { who: officer }), { type: "key-missing", code: 400 }],
      [failure(claim, input, { who: officer, key: "k", notAfter: 1 }), { type: "late", code: 503 }],
      [
        failure(claim, { ...input, seats: "1" }, { who: officer, key: "k" }),
        {
          type: "VALIDATION_ERROR",
          code: 422,
          data: [{ pointer: "/seats", code: "type", params: { type: "integer" } }],
        },
      ],
      [failure("faulty.fault", {}), { type: "unauthenticated", code: 401 }],
      [failure("faulty.slow", {}, {}, 300), { type: "REQUEST_TIMEOUT", code: 504 }],
      [failure("nobody.here", {}), { type: "SERVICE_NOT_FOUND", code: 404 }],
      [failure("faulty.plain", {}), { message: "x is not a function" }],
      ...["MongoServerSelectionError", "MongoNetworkTimeoutError", "PoolClearedOnNetworkError"].map(
        (name): [Promise<any>, object] => [failure("faulty.named", { name }), { name }],
      ),
    ];
    for (const [asked, expected] of cases) {
      const error = await asked;
      expect(error).toMatchObject(expected);
      expect(error.cause).toBeUndefined();
      expect(String(error.stack)).not.toMatch(/shared\/contract\/serve|over-nats.*faulty/);
    }
  });

  it("keeps who is calling, whatever a callee sends back", async () => {
    const meta = { who: officer, key: "another-key-of-ours" };
    const { meta: known, isAdmin, answer } = (await caller.call("asking.who", {}, { meta })) as any;
    expect(answer).toEqual({ reply: {} });
    expect(known).toEqual(meta);
    expect(isAdmin).toBeUndefined();
    expect(({} as any).isAdmin).toBeUndefined();
    const own = { ...meta };
    await callAs(caller, { name: "hostile.answer" } as any, {} as never, own as never);
    expect(own).toEqual(meta);
  });

  it("lets only what we send ourselves travel with a call", async () => {
    const meta = { who: officer, isAdmin: true, roles: ["admin"], $statusCode: 200 };
    const { meta: known } = (await caller.call("asking.who", {}, { meta })) as any;
    expect(known).toEqual({ who: officer });
  });
});
