import { secretForm } from "#shared/access/secrets.ts";
import { likenessOf, reasonsFor } from "./likeness.ts";

const like = (own: object) => likenessOf("secret", { name: "Port Cluster", country: "DE", ...own })!;

it("A3: takes names for one whatever legal form, accents, capitals and signs they have", () => {
  const names = [
    "Hydrogène du Port e.V.",
    "HYDROGENE DU PORT",
    "hydrogène-du-port, ASBL",
    "Stichting Hydrogène du Port",
  ];
  for (const name of names) expect(like({ name }).name).toBe("hydrogene du port");
  expect(like({ name: "Blue Sea Kooperatīvs Jūra", legalForm: "Kooperatīvs Jūra" }).name).toBe("blue sea");
  expect(like({ name: "S.A.S." }).name).toBe("sas");
  expect(like({ name: "北九州 港湾" }).name).toBe("北九州 港湾");
  expect(like({ name: "?!" }).name).toBe("?!");
});

it("A3: takes sites for one by their domain, and numbers whatever stands between their figures", () => {
  const domain = (website: string) => like({ website }).domain;
  expect(domain("https://www.port.example/en")).toBe(domain("http://port.example"));
  expect(domain("https://port.")).not.toBe(domain("https://port.example"));
  expect(like({ website: "port" })).not.toHaveProperty("domain");
  const { register } = like({ vatNumber: "DE999400118" });
  expect(like({ registerNumber: "9994 001-18" }).register).toBe(register);
  expect(like({ country: "FR", registerNumber: "9994 001-18" }).register).not.toBe(register);
});

it("A3: tells neither site nor number, which may be a person's", () => {
  const told = { name: "Port", country: "JP", website: "https://aiko.example", registerNumber: "199012310" };
  const { domain, register } = likenessOf("secret", told)!;
  expect([domain, register]).toEqual([expect.stringMatching(secretForm), expect.stringMatching(secretForm)]);
  expect(likenessOf("another", told)).not.toMatchObject({ domain, register });
});

it("A3: gives each reason, and none for what one of the two has not told", () => {
  const one = like({ website: "https://port.example", vatNumber: "DE1" });
  expect(reasonsFor(one, like({ website: "https://www.port.example", vatNumber: "DE1" }))).toEqual([
    "name",
    "domain",
    "register",
  ]);
  expect(reasonsFor(one, like({ name: "Other", website: "https://port.example" }))).toEqual(["domain"]);
  expect(reasonsFor(like({ name: "One" }), like({ name: "Other" }))).toEqual([]);
  expect(likenessOf("secret", { website: "https://port.example" })).toBeUndefined();
});
