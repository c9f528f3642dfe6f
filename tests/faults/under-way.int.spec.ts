import { once } from "node:events";
import { ServiceBroker, type ServiceSchema } from "moleculer";
import { testServers } from "#shared/config/test-servers.ts";
import { brokerOptions } from "#shared/node/broker.ts";
import { testConfig } from "#shared/testing/node.ts";
import { type OwnServer, startNats } from "./server.ts";

const describeIf = testServers().natsUrl ? describe : describe.skip;

const over = Promise.withResolvers<void>();
const endless = { name: "endless", actions: { wait } } as unknown as ServiceSchema;

function wait(this: { broker: ServiceBroker }) {
  this.broker.localBus.emit("begun");
  return over.promise;
}

describeIf("a call over NATS", () => {
  let nats: OwnServer;
  let [caller, callee]: ServiceBroker[] = [];

  beforeAll(async () => {
    nats = await startNats();
    const options = () => brokerOptions(testConfig({ natsUrl: nats.url, namespace: "under-way" }));
    [caller, callee] = [new ServiceBroker(options()), new ServiceBroker(options())];
    callee.createService(endless);
    await Promise.all([caller.start(), callee.start()]);
    await caller.waitForServices("endless", 10_000, 20);
  }, 30_000);
  afterAll(async () => {
    over.resolve();
    await Promise.all([caller?.stop(), callee?.stop()]);
    await nats?.stop();
  }, 30_000);

  it("J2: fails as soon as NATS is away when it was under way, since its answer would be lost", async () => {
    const begun = once(callee!.localBus as any, "begun");
    const told = caller!.call("endless.wait").then(
      () => "answered",
      (error: { type: string }) => error.type,
    );
    await begun;
    nats.signal("SIGKILL");
    const late = new Promise((resolve) => setTimeout(resolve, 3_000, "late").unref());
    expect(await Promise.race([told, late])).toBe("REQUEST_REJECTED");
  });
});
