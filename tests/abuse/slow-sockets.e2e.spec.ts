import { connect } from "node:net";
import { jest } from "@jest/globals";
import { databaseUri } from "#shared/testing/node.ts";
import { percentile } from "../../bench/figures.ts";
import { openHttp } from "../faults/load.ts";
import { type Portal, startPortal } from "../faults/portal.ts";

jest.setTimeout(180_000);

/** In a process of its own, so that what the slow ones cost it is not what they cost this test. */
let portal: Portal;
beforeAll(async () => {
  portal = await startPortal("one process", { mongoUri: databaseUri() });
});
afterAll(() => portal?.stop());

const head = "POST /api/registrations/drafts HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\n";
const beginnings = {
  "in its headers": `${head}x-slow: `,
  "in its body": `${head}content-length: 100000\r\n\r\n{"a":"`,
  "before it has said anything": "",
};

/** Begins, and then says one byte a second, or nothing at all; gives the ms until it was hung up on. */
function dawdle(beginning: string): Promise<number> {
  const began = performance.now();
  const socket = connect(Number(new URL(portal.url).port), "127.0.0.1");
  socket.on("error", () => {});
  socket.resume();
  socket.write(beginning);
  const drip = setInterval(() => beginning && socket.write("a"), 1_000);
  return new Promise((closed) =>
    socket.once("close", () => {
      clearInterval(drip);
      closed(performance.now() - began);
    }),
  );
}

it("J7: hangs up within half a minute on 500 who say one byte a second, while others wait no longer", async () => {
  const http = openHttp(portal.url, 1);
  const read = async () => {
    const times: number[] = [];
    for (let n = 0; n < 300; n++) {
      const { status, ms } = await http.once({ method: "GET", path: "/api/missions" });
      expect(status).toBe(200);
      times.push(ms);
    }
    return percentile(times, 0.99);
  };
  await read();
  const before = await read();
  const ways = Object.values(beginnings);
  const all = Promise.all(Array.from({ length: 500 }, (_, n) => dawdle(ways[n % ways.length]!)));
  const during = await read();
  const closed = await all;
  http.close();
  const longest = ways.map((_, way) =>
    Math.round(Math.max(...closed.filter((_ms, n) => n % ways.length === way))),
  );
  console.info(
    `Slow sockets: hung up after ${longest.join(", ")} ms at most (${Object.keys(beginnings).join(", ")}); p99 of others ${before.toFixed(1)} ms before, ${during.toFixed(1)} ms meanwhile`,
  );
  // A second for the machine.
  expect(Math.max(...longest)).toBeLessThanOrEqual(31_000);
  expect(during).toBeLessThan(3 * before + 20);
});
