import { openIdProviders } from "./openid-providers.ts";

const least = {
  ...{ id: "acm-idm", name: "ACM/IDM", issuer: "https://login.example/op" },
  ...{ clientId: "causeway", clientSecret: "hunter-2" },
};

function read(given: unknown) {
  const faults: string[] = [];
  const text = typeof given === "string" ? given : JSON.stringify(given);
  return { providers: openIdProviders("PROVIDERS", text, faults), faults };
}

it("J9: has none, or what is given with the rest filled in", () => {
  expect(openIdProviders("PROVIDERS", undefined, [])).toEqual([]);
  const when = { vo_orgcode: "0123456789" };
  const organisations = [{ when, organisation: "zandbank" }];
  expect(read([{ ...least, twoFactors: { acr: ["high"] }, organisations }])).toEqual({
    faults: [],
    providers: [
      {
        ...least,
        ...{ scopes: [], twoFactors: { acr: ["high"], amr: [] }, verifiesEmail: false },
        claims: { name: ["given_name", "family_name"], email: "email" },
        organisations: [{ when, organisation: "zandbank", admits: [] }],
      },
    ],
  });
  expect(read([least]).providers).toMatchObject([{ twoFactors: { acr: [], amr: [] }, organisations: [] }]);
});

it.each([
  ["no JSON", "{", "no JSON"],
  ["no list", least, "array"],
  ["a field that is not there", [{ ...least, isuer: "https://x.example" }], "isuer"],
  ["nothing to know us by", [{ ...least, clientSecret: undefined }], "clientSecret"],
  ["an issuer by http", [{ ...least, issuer: "http://login.example" }], "https"],
  ["an issuer that is none", [{ ...least, issuer: "login.example" }], "https"],
  ["one id twice", [least, { ...least, name: "Other" }], "twice"],
  [
    "an organisation by nothing",
    [{ ...least, organisations: [{ when: {}, organisation: "office" }] }],
    "/when",
  ],
  [
    "a role that there is not",
    [{ ...least, organisations: [{ when: { a: "b" }, organisation: "office", admits: ["boss"] }] }],
    "/admits/0",
  ],
])("J9: takes none with %s, and says where without saying a secret", (_name, given, said) => {
  const { providers, faults } = read(given);
  expect(faults.join("\n")).toContain(said);
  expect(faults.join("\n")).not.toContain("hunter-2");
  expect(providers).toEqual([]);
});

it("J9: takes http on this machine, for who tries it", () => {
  for (const issuer of ["http://localhost:4000", "http://127.0.0.1:4000"])
    expect(read([{ ...least, issuer }]).faults).toEqual([]);
});
