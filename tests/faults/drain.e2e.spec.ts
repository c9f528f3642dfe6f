import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { testServers } from "#shared/config/test-servers.ts";
import { connect, type Mongo } from "#shared/mongo/connect.ts";
import { databaseUri } from "#shared/testing/node.ts";
import { type Http, openHttp } from "./load.ts";
import { type Portal, type Shape, startPortal } from "./portal.ts";
import { prepare } from "./prepare.ts";
import { faultsIn } from "./stored.ts";
import { failed, inTraffic, slowest, startTraffic } from "./traffic.ts";

const { all, natsUrl } = testServers();
const shapes: [Shape, string][] = [
  ["one process", "portal"],
  ...(all && natsUrl
    ? (["gateway", "missions-1"].map((name) => ["cluster", name]) as [Shape, string][])
    : []),
];

describe.each(shapes)("%s, %s asked to end under load", (shape, name) => {
  const mongoUri = databaseUri();
  let mongo: Mongo;
  let portal: Portal;
  let http: Http;

  beforeAll(async () => {
    mongo = await connect(mongoUri);
    await prepare(mongoUri, inTraffic);
    portal = await startPortal(shape, { mongoUri, natsUrl: shape === "cluster" ? natsUrl : undefined });
    http = openHttp(portal.url, 200);
  }, 120_000);
  afterAll(async () => {
    http?.close();
    await portal?.stop();
    await mongo?.dropDatabase();
    await mongo?.close();
  }, 60_000);

  it("answers what was begun, ends open streams, and exits well", async () => {
    const traffic = await startTraffic(http, mongo, shape === "cluster" ? 15 : 3);
    const stream = await openStream(`${portal.url}/api/live?resources=/api/missions`);
    await sleep(2_000);
    const asked = performance.now();
    const { code, ms } = await portal.end(name);
    await sleep(500);
    expect(code).toBe(0);
    // Moleculer alone would wait 20 s under load that does not end.
    expect(ms).toBeLessThan(15_000);
    const begun = traffic.notes.filter(({ at }) => at < asked);
    const open = begun.filter(({ at, ms: took }) => at + took > asked).length;
    expect(failed(begun)).toEqual([]);
    if (name !== "missions-1") expect(stream.ended()).toBe(true);
    else {
      // The other copy goes on: nobody outside notices.
      await sleep(1_000);
      expect(failed(traffic.since(asked))).toEqual([]);
      expect(await traffic.end()).toEqual([]);
    }
    // Who comes too late is told so in the form of all answers.
    expect(traffic.since(asked).filter(({ status, code }) => status === 503 && !code)).toEqual([]);
    stream.close();
    expect((await faultsIn(mongo)).filter((fault) => !fault.includes("of its rebuild"))).toEqual([]);
    console.info(
      `Drain, ${shape}, ${name}: ${begun.length} begun and answered, ${open} of them open then, the last answer after ${slowest(begun)} ms, ended after ${ms} ms with code 0`,
    );
  }, 120_000);
});

async function openStream(url: string) {
  let ended = false;
  const request = get(url);
  request.on("error", () => {});
  const response = await new Promise<IncomingMessage>((open) => request.on("response", open));
  response.on("end", () => {
    ended = true;
  });
  response.on("error", () => {});
  response.resume();
  return { ended: () => ended, close: () => request.destroy() };
}
