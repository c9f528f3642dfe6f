import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { ServiceBroker } from "moleculer";
import { testConfig } from "../testing/node.ts";
import { brokerOptions } from "./broker.ts";

it("names a node after its NATS user, to whom NATS grants what is addressed to it", () => {
  const { nodeID } = brokerOptions(testConfig({ natsUser: "missions" }));
  expect(nodeID).toMatch(/^missions\.[0-9a-f]{8}$/);
});

it("names a node without a NATS user after its service, for whoever reads that it is gone", () => {
  expect(brokerOptions(testConfig({ service: "missions" })).nodeID).toMatch(/^missions-[0-9a-f]{8}$/);
  expect(brokerOptions(testConfig()).nodeID).toMatch(/^node-[0-9a-f]{8}$/);
});

it("leaves it to a supervisor to tell of nodes that are gone", () => {
  const warns = (supervised: boolean) => {
    const broker = new ServiceBroker(brokerOptions(testConfig({ supervised, logLevel: "warn" })));
    const [printer] = (broker as any).loggerFactory.appenders;
    return ["registry", "discovery", "gateway"].map((part) => printer.getLogLevel(part));
  };
  expect(warns(true)).toEqual(["error", "error", "warn"]);
  expect(warns(false)).toEqual(["warn", "warn", "warn"]);
});

it("signs in to NATS with the user and password of the settings", async () => {
  // Greets as NATS does and sends away whoever comes, once it has heard who: no more of the protocol is needed here.
  const heard = Promise.withResolvers<string>();
  const info = { server_id: "here", version: "2.15.2", proto: 1, max_payload: 1, auth_required: true };
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.write(`INFO ${JSON.stringify(info)}\r\n`);
    socket.on("data", (chunk) => {
      const connect = /^CONNECT (\{.*\})/.exec(String(chunk))?.[1];
      if (connect) heard.resolve(connect);
      socket.end("-ERR 'Authorization Violation'\r\n");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const settings = {
    natsUrl: `nats://127.0.0.1:${port}`,
    natsUser: "missions",
    natsPassword: "known-to-both",
  };
  const transporter = brokerOptions(testConfig(settings)).transporter as any;
  const broker = new ServiceBroker({ logger: false });
  transporter.init({ broker, nodeID: broker.nodeID });
  await expect(transporter.connect()).rejects.toThrow(/authorization/i);
  expect(JSON.parse(await heard.promise)).toMatchObject({ user: "missions", pass: "known-to-both" });
  server.close();
});
