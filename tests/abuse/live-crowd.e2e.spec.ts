import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import { connect, type Mongo } from "#shared/mongo/connect.ts";
import { databaseUri } from "#shared/testing/node.ts";
import { openHttp } from "../faults/load.ts";
import { type Portal, residentMiB, startPortal, until } from "../faults/portal.ts";
import { cookieOf, missionPlan, officer, prepare } from "../faults/prepare.ts";
import { type Following, follow } from "../kit/live.ts";

jest.setTimeout(120_000);

const mongoUri = databaseUri();
const clients = 500;
const mission = "/api/missions/crowded";
let mongo: Mongo;
let portal: Portal;

beforeAll(async () => {
  mongo = await connect(mongoUri);
  await prepare(mongoUri, { without: ["zandbank", "kielzog"] });
  portal = await startPortal("one process", { mongoUri });
});
afterAll(async () => {
  await portal?.stop();
  await mongo?.dropDatabase();
  await mongo?.close();
});

const memory = () => residentMiB(portal.pid("portal"))!;

it("tells 500 browsers on one process of a change within a second, and takes no more than 150 MiB for them", async () => {
  const http = openHttp(portal.url, 2);
  const headers = await cookieOf(mongo, officer);
  const plan = {
    path: "/api/missions",
    body: missionPlan("crowded", 2),
    key: "the-key-of-the-plan",
    headers,
  };
  expect((await http.once(plan)).status).toBe(200);
  await until("The mission is open", async () => {
    const { body } = await http.once({ method: "GET", path: mission });
    return body.state === "open";
  });
  const before = memory();
  const all: Following[] = [];
  for (let n = 0; n < clients; n += 50)
    all.push(
      ...(await Promise.all(
        Array.from({ length: 50 }, () => follow(portal.url, [mission, "/api/missions"])),
      )),
    );
  expect(all.filter(({ status }) => status !== 200)).toEqual([]);
  const claim = (company: string) => ({
    ...{ path: `${mission}/claims`, key: `the-key-of-${company}`, headers },
    body: { company, seats: 1 },
  });
  const delays: number[] = [];
  for (const [n, company] of ["zandbank", "kielzog"].entries()) {
    expect((await http.once(claim(company))).status).toBe(200);
    const began = performance.now();
    await Promise.all(all.map((one) => one.heard(2 * (n + 1), 20_000)));
    delays.push(Math.round(performance.now() - began));
    await sleep(500);
  }
  const more = memory() - before;
  console.info(
    `Live: ${clients} browsers, all told ${delays.join(" and ")} ms after the answer; ${more} MiB more than ${before}`,
  );
  for (const one of all) one.leave();
  http.close();
  // A second is promised; the margin is for a busy machine.
  expect(Math.max(...delays)).toBeLessThan(3_000);
  expect(more).toBeLessThanOrEqual(150);
});
