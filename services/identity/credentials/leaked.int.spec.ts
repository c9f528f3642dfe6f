import { hash } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isLeaked } from "./leaked.ts";

let server: Server;
let answer: (response: ServerResponse) => unknown;
let asked: string[];
let said: string[];
let logger: { info(line: string): void; warn(line: string): void };
const password = "walrus tandem 9 biscuit";
const sha1 = hash("sha1", password, "hex").toUpperCase();
const listed = `${"0".repeat(35)}:3\r\n${sha1.slice(5)}:12\r\n`;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    answer(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  said = [];
  logger = { info: (line) => said.push(`info: ${line}`), warn: (line) => said.push(`warn: ${line}`) };
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/range/`;
const answers = (status: number, body = "", headers = {}) => {
  answer = (response) => response.writeHead(status, headers).end(body);
};
const isIn = (rangeUrl: string | undefined = url()) => isLeaked(password, rangeUrl, logger as any);

it("finds a leaked password, and tells no more of it than five figures", async () => {
  answers(200, listed);
  expect(await isIn()).toBe(true);
  expect(asked).toEqual([`/range/${sha1.slice(0, 5)}`]);
  expect(said).toEqual([]);
});

it("takes lines that only fill up for none", async () => {
  answers(200, `${sha1.slice(5)}:0\r\n${"1".repeat(35)}:9`);
  expect(await isIn()).toBe(false);
  expect(said).toEqual([]);
});

it("asks nobody where no service is named", async () => {
  expect(await isLeaked(password, undefined, logger as any)).toBe(false);
  expect([...asked, ...said]).toEqual([]);
});

describe("keeps nobody from a password while the service is away, and says why", () => {
  const elsewhere = { location: "/range/elsewhere" };
  const away: [string, () => void][] = [
    ["status_500", () => answers(500)],
    // What it leads to has the password: nobody asks there.
    ["status_302", () => answers(302, listed, elsewhere)],
    ["not_a_range", () => answers(200, `<html>${listed}</html>`)],
    ["too_long", () => answers(200, `${listed}${`${"2".repeat(35)}:1\r\n`.repeat(30_000)}`)],
    ["TimeoutError", () => (answer = (response) => response.writeHead(200).write(listed))],
    ["UND_ERR_SOCKET", () => (answer = (response) => response.destroy())],
  ];
  it.each(away)("%s", async (why, answered) => {
    answered();
    expect(await isIn()).toBe(false);
    expect(said).toEqual([`warn: leaked passwords away: ${why}`]);
    expect(asked).toHaveLength(1);
  });

  it("ECONNREFUSED", async () => {
    expect(await isIn("http://127.0.0.1:9/range")).toBe(false);
    expect(said).toEqual([expect.stringMatching(/^warn: leaked passwords away: \w+$/)]);
  });
});

it("says once that the service is away and once that it is back, however many passwords are chosen", async () => {
  answers(503);
  await Promise.all([isIn(), isIn(), isIn()]);
  await isIn();
  answers(200, listed);
  expect(await isIn()).toBe(true);
  await isIn();
  answers(500);
  await isIn();
  expect(said).toEqual([
    "warn: leaked passwords away: status_503",
    "info: leaked passwords: the service answers again",
    "warn: leaked passwords away: status_500",
  ]);
});
