import { setTimeout as sleep } from "node:timers/promises";
import { testServers } from "#shared/config/test-servers.ts";
import { connect, type Mongo } from "#shared/mongo/connect.ts";
import { databaseUri } from "#shared/testing/node.ts";
import { type Http, openHttp } from "./load.ts";
import { type Portal, startPortal } from "./portal.ts";
import { prepare } from "./prepare.ts";
import { type OwnServer, startNats } from "./server.ts";
import { failed, inTraffic, slowest, startTraffic } from "./traffic.ts";

const { all, natsUrl } = testServers();
const full = all && natsUrl ? describe : describe.skip;

full("NATS away under load", () => {
  const mongoUri = databaseUri();
  let mongo: Mongo;
  let nats: OwnServer;
  let portal: Portal;
  let http: Http;

  beforeAll(async () => {
    nats = await startNats();
    mongo = await connect(mongoUri);
    await prepare(mongoUri, inTraffic);
    portal = await startPortal("cluster", { mongoUri, natsUrl: nats.url });
    http = openHttp(portal.url, 500);
  }, 180_000);
  afterAll(async () => {
    http?.close();
    await portal?.stop();
    await nats?.stop();
    await mongo?.dropDatabase();
    await mongo?.close();
  }, 60_000);

  it("J2: refuses fast while it is away, loses nothing, and goes on by itself", async () => {
    const traffic = await startTraffic(http, mongo);
    const figures: string[] = [];
    await sleep(2_000);

    const killed = performance.now();
    nats.signal("SIGKILL");
    await sleep(4_000);
    const started = performance.now();
    await nats.start();
    figures.push(`killed: works again ${await traffic.firstSuccess()} ms after its start`);
    const known = traffic.since(killed + 1_000).filter(({ at }) => at < started);
    expect(failed(known).length).toBe(known.length);
    expect(slowest(known)).toBeLessThan(1_000);
    figures.push(`known to be away: refused within ${slowest(known)} ms`);

    await sleep(2_000);
    const frozen = performance.now();
    nats.signal("SIGSTOP");
    await sleep(8_000);
    nats.signal("SIGCONT");
    figures.push(`frozen for 8 s: works again after ${await traffic.firstSuccess()} ms`);
    const held = traffic.since(frozen);
    expect(slowest(held)).toBeLessThan(6_000);
    figures.push(`answered within ${slowest(held)} ms while frozen`);

    await sleep(2_000);
    await nats.start({ empty: true });
    figures.push(`wiped: works again after ${await traffic.firstSuccess()} ms`);
    await sleep(2_000);
    expect(await traffic.end()).toEqual([]);
    expect(portal.deaths).toEqual([]);
    const { notes } = traffic;
    console.info(
      `NATS (${nats.version}): ${figures.join("; ")}; ${notes.length} claims, ${failed(notes).length} refused at first, 0 lost, 0 doubled`,
    );
  }, 240_000);
});
