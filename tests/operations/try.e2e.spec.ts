import { identity } from "#services/identity/identity.contract.ts";
import { inRole } from "#shared/access/principal.ts";
import { admit } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { runScript } from "../kit/script.ts";

const { actions } = identity;
const admin = inRole("admin", "first-admin", "office");
let product: Product;

beforeEach(async () => {
  product = await startProduct();
  await admit(product, "getijkracht", "office", ["officer"], "leen");
  await admit(product, "zandbank", "company", ["member"], "sanne");
});
afterEach(() => product.stop());

const tryIt = (claims: number) => runScript("deploy/try", [product.url, `${claims}`], {});

it("tries the main job as whom the demo offers, each for the company they are offered for", async () => {
  for (let n = 0; n < 9; n++) await admit(product, `company-${n}`, "company", ["member"]);
  const peilschaal = { id: "peilschaal", kind: "company", name: "Peilschaal", country: "BE" } as const;
  await product.as(admin, actions.admitOrganisation, { ...peilschaal, size: "sme" });
  await product.settled();
  const joining = { id: "sanne", organisation: "peilschaal", roles: ["member" as const] };
  await product.as(admin, actions.joinOrganisation, joining);
  await product.settled();
  const { code, said } = await tryIt(11);
  expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining("first on the list, has it") });
}, 60_000);

it("says in words what was refused", async () => {
  const own = { name: "Wim", email: "wim@zandbank.example", language: "nl" };
  const wim = { id: "wim", organisation: "zandbank", roles: ["member" as const] };
  await product.as(admin, actions.admitPerson, { ...wim, ...own });
  await product.settled();
  const { code, said } = await tryIt(2);
  expect({ code, said }).toEqual({
    code: 1,
    said: expect.stringMatching(/✗ POST .*\/claims was answered 4/),
  });
  expect(said).not.toMatch(/^ +at /m);
}, 60_000);
