import { outcomeKey, requestHash } from "../log/keys.ts";
import { actorOf, hasProven, inRole, isPrincipal, keyspaceOf, nobody, type Principal } from "./principal.ts";

const leen: Principal = { kind: "person", person: "leen", organisation: "getijkracht", roles: ["officer"] };
const all: Principal[] = [
  leen,
  { kind: "link", registration: "leen" },
  { kind: "seat-link", link: "leen", company: "zandbank" },
  { kind: "delegate-link", delegate: "leen", company: "zandbank" },
  { kind: "section-link", link: "team", registration: "kitakyushu" },
  { kind: "system", system: "leen" },
  nobody,
];

it("is known in its six forms and no other", () => {
  expect(all.map(isPrincipal)).toEqual(all.map(() => true));
  const none = [
    ...[null, undefined, "leen", {}, { kind: "king" }, { kind: "person", person: "leen" }, { kind: "link" }],
    { kind: "seat-link", link: "leen" },
    { kind: "delegate-link", delegate: "leen" },
    { kind: "section-link", link: "team" },
    ...[
      { ...leen, kind: ["person"] },
      { ...leen, roles: "officer" },
      { ...leen, secondFactorAt: "now" },
      { ...leen, token: null },
      { ...leen, token: { id: "a-token" } },
      { ...leen, token: { id: "a-token", scope: "missions.write" } },
      { kind: "system", system: 1 },
    ],
  ];
  expect(none.filter(isPrincipal)).toEqual([]);
});

it("stands in the log by its ids alone", () => {
  expect(all.map(actorOf)).toEqual([
    { person: "leen", organisation: "getijkracht" },
    { registration: "leen" },
    { organisation: "zandbank", link: "leen" },
    { organisation: "zandbank", delegate: "leen" },
    { registration: "kitakyushu", link: "team" },
    { system: "leen" },
    {},
  ]);
  expect(actorOf({ ...leen, token: { id: "a-token", scope: [] } })).toEqual({
    ...{ person: "leen", organisation: "getijkracht" },
    token: "a-token",
  });
});

it("has proven who they are only as a person who gave a second factor", () => {
  expect([...all, inRole("officer", "leen", "getijkracht")].map(hasProven)).toEqual([
    ...all.map(() => false),
    true,
  ]);
  // It was made by who had.
  expect(hasProven({ ...leen, token: { id: "a-token", scope: [] } })).toBe(true);
});

describe("J2: keys of one caller are apart from another's", () => {
  const secret = "a-secret-for-tests-of-32-characters";

  it("also where their ids are alike", () => {
    expect(new Set(all.map(keyspaceOf)).size).toBe(all.length);
    expect(new Set(all.map((who) => outcomeKey(secret, who, "missions.claim", "key"))).size).toBe(all.length);
  });

  it("and each action's from another's", () => {
    const keys = ["missions.claim", "missions.withdraw"].map((action) =>
      outcomeKey(secret, leen, action, "key"),
    );
    expect(new Set(keys).size).toBe(2);
  });

  it("and a role taken on or an employer changed makes nobody another", () => {
    const later: Principal = { ...leen, organisation: "elsewhere", roles: ["admin"] };
    expect(outcomeKey(secret, later, "a", "k")).toBe(outcomeKey(secret, leen, "a", "k"));
  });

  it("a request's hash knows the order of a list but not of fields, and cannot be made without the secret", () => {
    expect(requestHash(secret, { a: 1, b: [1, 2] })).toBe(requestHash(secret, { b: [1, 2], a: 1 }));
    expect(requestHash(secret, { b: [1, 2] })).not.toBe(requestHash(secret, { b: [2, 1] }));
    expect(requestHash(secret, { a: 1 })).not.toBe(requestHash(`${secret}!`, { a: 1 }));
  });
});
