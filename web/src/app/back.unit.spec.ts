import { Back } from "#services/identity/sign-in/contract.ts";
import { backIn } from "./back.ts";

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
