import { jest } from "@jest/globals";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { type OwnServer, startMongoDb } from "./server.ts";

jest.setTimeout(60_000);

let server: OwnServer;
let product: Product;

beforeAll(async () => {
  server = await startMongoDb();
  product = await startProduct({ config: { mongoUri: server.url } });
  await admit(product, "getijkracht", "office", ["officer"], "leen");
});
afterAll(async () => {
  await product?.broker.stop();
  await server?.stop();
});

it("says so when a session could not be ended, and leaves the cookie by which to try again", async () => {
  const leen = await signIn(product, "leen");
  const cookie = leen.cookie!;
  const whoIsIt = async () => (await leen.get("/api/session", { cookie })).body.signedIn;
  // The gateway remembers for two seconds who has this cookie: else nobody would come as far as the session.
  expect(await whoIsIt()).toBe(true);
  server.signal("SIGKILL");
  const refused = await leen.send("DELETE", "/api/session");
  expect(refused).toMatchObject({ status: 503, body: { code: "unavailable" } });
  expect(refused.headers.getSetCookie()).toEqual([]);
  await server.start();
  expect(await whoIsIt()).toBe(true);
  const left = await leen.send("DELETE", "/api/session");
  expect(left.status).toBe(200);
  expect(left.headers.getSetCookie()[0]).toMatch(/^__Host-causeway=;.*Expires=Thu, 01 Jan 1970/);
  expect(await whoIsIt()).toBe(false);
});
