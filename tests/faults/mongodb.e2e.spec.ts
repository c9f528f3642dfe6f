import { setTimeout as sleep } from "node:timers/promises";
import { testServers } from "#shared/config/test-servers.ts";
import { connect, type Mongo } from "#shared/mongo/connect.ts";
import { type Http, openHttp } from "./load.ts";
import { type Portal, residentMiB, type Shape, startPortal } from "./portal.ts";
import { prepare } from "./prepare.ts";
import { type OwnServer, startMongoDb } from "./server.ts";
import { failed, inTraffic, type Note, slowest, startTraffic, type Traffic } from "./traffic.ts";

const { all, natsUrl } = testServers();
const shapes: Shape[] = all && natsUrl ? ["one process", "cluster"] : ["one process"];

(all ? describe : describe.skip).each(shapes)("MongoDB away under load, %s", (shape) => {
  let server: OwnServer;
  let mongo: Mongo;
  let portal: Portal;
  let http: Http;

  beforeAll(async () => {
    server = await startMongoDb();
    mongo = await connect(server.url);
    await prepare(server.url, inTraffic);
    portal = await startPortal(shape, {
      mongoUri: server.url,
      natsUrl: shape === "cluster" ? natsUrl : undefined,
    });
    http = openHttp(portal.url, 1_000);
  }, 180_000);
  afterAll(async () => {
    http?.close();
    await portal?.stop();
    await mongo?.close();
    await server?.stop();
  }, 60_000);

  const memory = () => Math.max(...portal.names.map((name) => residentMiB(portal.pid(name)) ?? 0));

  it("J2: loses nothing, says soon that it cannot serve, and goes on by itself", async () => {
    const traffic = await startTraffic(http, mongo);
    await sleep(2_000);
    const before = memory();
    const figures = [await killed(traffic)];
    if (all) figures.push(await frozen(traffic), await restarted(traffic));
    const after = memory();
    expect(await traffic.end()).toEqual([]);
    expect(portal.deaths).toEqual([]);
    expect(after - before).toBeLessThan(200);
    const { notes } = traffic;
    console.info(
      `MongoDB (${server.version}), ${shape}: ${figures.join("; ")}; ${notes.length} claims,` +
        ` ${failed(notes).length} refused at first, 0 lost, 0 doubled; resident ${before} to ${after} MiB`,
    );
  }, 300_000);

  async function killed(traffic: Traffic): Promise<string> {
    const from = performance.now();
    server.signal("SIGKILL");
    await sleep(5_000);
    const started = performance.now();
    await server.start();
    const green = await traffic.firstSuccess();
    const away = traffic.since(from + 200).filter(({ at }) => at < started - 1_000);
    // Whoever asked shortly before its return may still have been served by it.
    const served = ({ at, ms, status }: Note) => status === 200 && at + ms > started;
    expect(away.filter((note) => note.status !== 503 && !served(note))).toEqual([]);
    expect(slowest(away)).toBeLessThan(7_000);
    return `killed: refused within ${slowest(away)} ms, green ${green} ms after its start`;
  }

  async function frozen(traffic: Traffic): Promise<string> {
    await sleep(2_000);
    const from = performance.now();
    server.signal("SIGSTOP");
    await sleep(20_000);
    server.signal("SIGCONT");
    const green = await traffic.firstSuccess();
    const held = traffic.since(from);
    expect(slowest(held)).toBeLessThan(7_000);
    return `frozen for 20 s: answered within ${slowest(held)} ms, green after ${green} ms`;
  }

  async function restarted(traffic: Traffic): Promise<string> {
    await sleep(2_000);
    // Asks it to end with TERM, and starts it again when it has.
    await server.start();
    return `restarted: green after ${await traffic.firstSuccess()} ms`;
  }
});
