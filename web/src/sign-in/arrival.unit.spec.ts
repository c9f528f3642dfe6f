import type { Session } from "../app/session.ts";
import { arrivalOf } from "./arrival.ts";

const withAbilities = (...abilities: Session["abilities"]) => ({ abilities }) as Session;
const officer = withAbilities("GET /queue", "GET /missions/:mission/entries");
const admin = withAbilities("GET /organisations", "GET /people");
const member = withAbilities("GET /entries");

it.each([
  "/organisation/people",
  "/account",
  "/admin/people?find=Aude",
  "/nl/partners?country=JP",
  "/nl/missions",
  "/delegate",
])("leads whoever signed in at %s back there", (page) => {
  for (const session of [officer, admin, member]) expect(arrivalOf(page, session)).toBe(page);
});

it.each(["/", "/nl", "/en?x=1", "/fr/me", "/nl/missions/kobe/sign-up?seats=2"])(
  "leads an administrator from %s to the office, and a member back there",
  (page) => {
    expect(arrivalOf(page, admin)).toBe("/admin/organisations");
    expect(arrivalOf(page, member)).toBe(page);
  },
);

it("leads an officer from a mission to what the office has of it", () => {
  for (const page of ["/nl/missions/kobe", "/nl/missions/kobe?x=1", "/nl/missions/kobe/sign-up"])
    expect(arrivalOf(page, officer)).toBe("/admin/missions/kobe");
  expect(arrivalOf("/nl/missions/kobe", admin)).toBe("/nl/missions/kobe");
});

it("lets whoever is of the office and of a company reach the pages for companies", () => {
  const both = withAbilities("GET /queue", "GET /entries");
  expect(arrivalOf("/nl/me", both)).toBe("/nl/me");
});
