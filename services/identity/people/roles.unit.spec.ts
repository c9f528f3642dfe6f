import { inRole } from "#shared/access/principal.ts";
import { areThere, grantersOf, mayGrant } from "./roles.ts";

it("K3: gives rights over everyone's matters in the office only", () => {
  expect(areThere("office", ["officer", "admin"])).toBe(true);
  expect(areThere("company", ["member"])).toBe(true);
  expect(areThere("cluster", ["partner"])).toBe(true);
  for (const role of ["officer", "fund-manager", "auditor", "admin", "partner"] as const)
    expect(areThere("company", [role])).toBe(false);
  expect(areThere("company", ["member", "officer"])).toBe(false);
  expect(areThere("office", ["member"])).toBe(false);
  expect(areThere("cluster", ["member"])).toBe(false);
});

it("K3: lets an officer grant a member's rights, an administrator staff's, and nobody their own", () => {
  const [officer, admin] = [inRole("officer", "leen", "office"), inRole("admin", "joris", "office")];
  expect(mayGrant(officer, ["member"], "sanne")).toBe(true);
  expect(mayGrant(officer, ["admin"], "sanne")).toBe(false);
  expect(mayGrant(officer, ["officer"], "sanne")).toBe(false);
  expect(mayGrant(admin, ["officer", "admin"], "sanne")).toBe(true);
  expect(mayGrant(admin, ["officer"], "joris")).toBe(false);
  expect(mayGrant(officer, ["member"], "leen")).toBe(false);
  expect(mayGrant({ kind: "system", system: "identity" }, ["admin"], "joris")).toBe(true);
});

it("K9: says who can give a role", () => {
  expect(grantersOf("member")).toEqual(["officer", "admin"]);
  expect(grantersOf("partner")).toEqual(["officer", "admin"]);
  for (const role of ["officer", "fund-manager", "auditor", "admin"] as const)
    expect(grantersOf(role)).toEqual(["admin"]);
});
