import { Back } from "#services/identity/sign-in/contract.ts";
import { backIn, backTo } from "./back.ts";

const taken = new RegExp((Back() as { pattern?: string }).pattern!);

it.each(["/account", "/nl/missions/ceara?x=1#part", `/${"x".repeat(299)}`])(
  "goes back to %s, as a letter does",
  (back) => {
    expect(backIn({ back })).toEqual({ back });
    expect(taken.test(back)).toBe(true);
  },
);

it.each([
  "//elsewhere.example",
  "/\\elsewhere.example",
  "https://elsewhere.example",
  `/${"x".repeat(301)}`,
  "",
])("goes nowhere else: %p", (back) => {
  expect(backIn({ back })).toEqual({});
  expect(taken.test(back)).toBe(false);
});

it("takes along what a page keeps in its address, if that is not too long, and nothing that may be a secret", () => {
  const here = { pathname: "/admin/people", searchStr: "?find=Aude", hash: "secret" };
  expect(backTo(here)).toBe("/admin/people?find=Aude");
  expect(backTo({ ...here, searchStr: `?find=${"x".repeat(300)}` })).toBe("/admin/people");
});
