import { organisationIn, ownIn, twoFactorsAt } from "./claims.ts";

const now = new Date("2026-11-23T09:00:00Z");
const seconds = now.getTime() / 1_000;

describe("for whom somebody acts", () => {
  const organisations = [
    { when: { group: "EA", code: "1" }, organisation: "both", admits: [] },
    { when: { code: "1" }, organisation: "code", admits: [] },
    { when: { role: "guest:1" }, organisation: "role", admits: [] },
  ];
  it.each([
    ["both", { group: "EA", code: "1" }],
    ["code", { group: "GID", code: "1" }],
    ["role", { role: ["member:1", "guest:1"] }],
    [undefined, { code: "11" }],
    [undefined, { code: 1 }],
    [undefined, {}],
  ])("J9: %s, by %j", (organisation, claims) => {
    expect(organisationIn({ organisations }, claims)?.organisation).toBe(organisation);
  });
});

describe("two factors", () => {
  const twoFactors = { acr: ["high"], amr: ["mfa"] };
  it.each([
    [seconds - 60, { acr: "high", auth_time: seconds - 60 }],
    [seconds - 60, { amr: ["pwd", "mfa"], auth_time: seconds - 60 }],
    // A clock that is ahead makes nothing fresher than it is.
    [seconds, { acr: "high", auth_time: seconds + 60 }],
    [seconds - 43_200, { acr: "high", auth_time: seconds - 43_200 }],
    [undefined, { acr: "high", auth_time: seconds - 43_201 }],
    [undefined, { acr: "high" }],
    [undefined, { acr: "high", auth_time: "1" }],
    [undefined, { acr: "higher", amr: ["mf"], auth_time: seconds }],
    [undefined, { auth_time: seconds }],
  ])("J9: at %p, by %j", (at, claims) => {
    expect(twoFactorsAt({ twoFactors }, claims, now)).toEqual(at && new Date(at * 1_000));
  });

  it("J9: are nothing where the configuration lists none", () => {
    const none = { acr: [], amr: [] };
    expect(twoFactorsAt({ twoFactors: none }, { acr: undefined, auth_time: seconds }, now)).toBeUndefined();
  });
});

describe("who somebody is", () => {
  const of = { claims: { name: ["given_name", "family_name"], email: "vo_email" }, verifiesEmail: false };
  const said = { given_name: "An", family_name: "Maes", vo_email: "an@maes.example" };
  const own = { name: "An Maes", email: "an@maes.example" };
  it.each([
    [own, { ...said, email_verified: true }, of],
    [own, said, { ...of, verifiesEmail: true }],
    [{ ...own, name: "Maes" }, { ...said, given_name: undefined, email_verified: true }, of],
    [{ lacks: "address-not-verified" }, said, of],
    [{ lacks: "address-not-verified" }, { ...said, email_verified: "true" }, of],
    [{ lacks: "no-name" }, { vo_email: own.email, email_verified: true }, of],
    [{ lacks: "no-address" }, { ...said, vo_email: ["an@maes.example"], email_verified: true }, of],
  ])("J9: %j, by %j", (expected, claims, provider) => {
    expect(ownIn(provider, claims)).toEqual(expected);
  });
});
