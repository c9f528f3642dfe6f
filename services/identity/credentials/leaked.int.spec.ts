import { hash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { isLeaked } from "./leaked.ts";

let server: Server;
let answer: { status: number; body: string };
let asked: string[];
const password = "walrus tandem 9 biscuit";
const sha1 = hash("sha1", password, "hex").toUpperCase();

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/range/`;

it("finds a leaked password, and tells no more of it than five figures", async () => {
  answer = { status: 200, body: `${"0".repeat(35)}:3\r\n${sha1.slice(5)}:12\r\n` };
  expect(await isLeaked(password, url())).toBe(true);
  expect(asked).toEqual([`/range/${sha1.slice(0, 5)}`]);
});

it("takes lines that only fill up for none", async () => {
  answer = { status: 200, body: `${sha1.slice(5)}:0\r\n${"1".repeat(35)}:9` };
  expect(await isLeaked(password, url())).toBe(false);
});

it("keeps nobody from a password when the service fails, or there is none", async () => {
  answer = { status: 500, body: "" };
  expect(await isLeaked(password, url())).toBe(false);
  expect(await isLeaked(password, "http://127.0.0.1:9/range")).toBe(false);
  expect(await isLeaked(password, undefined)).toBe(false);
});
