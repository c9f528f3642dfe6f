import { likenessOf, reasonsFor } from "./likeness.ts";

const like = (own: object) => likenessOf({ name: "Port Cluster", country: "DE", ...own })!;

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
  expect(like({ website: "https://www.port.example/en" }).domain).toBe("port.example");
  expect(like({ website: "http://port.example" }).domain).toBe("port.example");
  expect(like({ website: "https://port." }).domain).toBe("port.");
  expect(like({ website: "port" })).not.toHaveProperty("domain");
  expect(like({ vatNumber: "DE999400118" }).register).toBe("DE:999400118");
  expect(like({ registerNumber: "9994 001-18" }).register).toBe("DE:999400118");
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
  expect(likenessOf({ website: "https://port.example" })).toBeUndefined();
});
