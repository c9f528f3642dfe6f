import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { identity } from "#services/identity/identity.contract.ts";
import { signInLinksOf } from "#services/identity/sign-in/links.ts";
import { inRole, nobody } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { callAs } from "#shared/contract/call.ts";
import { admit } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { runScript } from "../kit/script.ts";

let product: Product;

beforeAll(async () => {
  product = await startProduct();
  await admit(product, "getijkracht", "office", ["admin"], "leen");
});
afterAll(() => product.stop());

function run(...args: string[]) {
  const { mongoUri, secret } = product.kernel.config;
  // As in a container, where both stand in files.
  const files = mkdtempSync(join(tmpdir(), "account-"));
  for (const [name, text] of Object.entries({ mongoUri, secret }))
    writeFileSync(join(files, name), `${text}\n`);
  return runScript("account", args, {
    MONGODB_URI_FILE: join(files, "mongoUri"),
    CAUSEWAY_SECRET_FILE: join(files, "secret"),
  });
}

it("lets the only administrator back in from the console, once", async () => {
  const { code, said } = await run("--lost", "Leen@Getijkracht.example");
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining("Person of getijkracht") });
  const [, link = ""] = /\/sign-in\/new-password#([\w-]{43})/.exec(said) ?? [];
  const input = { link, password: "lantern 7 oyster gravel" };
  const meta = { who: nobody, browser: hashOf("any") };
  const first = await callAs(product.broker, identity.actions.setPassword, input, meta);
  expect(first.reply).toMatchObject({ person: "leen" });
  const again = await callAs(product.broker, identity.actions.setPassword, input, meta);
  expect(again.reply).toMatchObject({ refused: "identity.password-link-invalid" });
});

it("makes no link for who is suspended, and says why", async () => {
  await admit(product, "second-office", "office", ["officer"], "joris");
  const { suspendPerson, reinstatePerson } = identity.actions;
  const admin = inRole("admin", "first-admin", "office");
  await product.as(admin, suspendPerson, { id: "joris", reason: "Laptop stolen." });
  const links = () => signInLinksOf(product.kernel.mongo).countDocuments({ person: "joris" });
  const lost = ["--lost", "joris@second-office.example"];
  expect(await run(...lost)).toEqual({ code: 1, said: expect.stringContaining("This person is suspended") });
  expect(await links()).toBe(0);
  await product.as(admin, reinstatePerson, { id: "joris" });
  expect(await run(...lost)).toMatchObject({ code: 0 });
  expect(await links()).toBe(1);
});

it.each([
  [["--lost", "nobody@getijkracht.example"], "Nobody signs in with this address"],
  [[], "Say whose second factor is lost"],
])("makes no link for %j", async (args, words) => {
  expect(await run(...args)).toEqual({ code: 1, said: expect.stringContaining(words) });
});

it.each([
  ["account", ["--lost", "leen@getijkracht.example"]],
  ["erasures", []],
])("asks for the secret of the portal whose database it is given: %s", async (script, args) => {
  const { code, said } = await runScript(script, args, { MONGODB_URI: product.kernel.config.mongoUri });
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining("CAUSEWAY_SECRET_FILE") });
});

it("says in its first line at which database it looks", async () => {
  const { host, pathname } = new URL(product.kernel.config.mongoUri);
  const { said } = await run("--lost", "nobody@getijkracht.example");
  expect(said.split("\n")[0]).toContain(`${host}${pathname}`);
});
