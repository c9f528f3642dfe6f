import type { Principal } from "#shared/access/principal.ts";
import { given } from "#shared/testing/given.ts";
import { type Erasure, type ErasureEvent, erasure } from "./erasures.ts";
import { ask, erase, withdraw } from "./rules.ts";

const by = (person: string): { by: Principal } => ({
  by: { kind: "person", person, organisation: "office", roles: ["admin"] },
});
const bySystem: { by: Principal } = { by: { kind: "system", system: "erasures" } };
const asked: ErasureEvent = { type: "ErasureAsked", data: { by: "an" } };
const gone: ErasureEvent = { type: "PersonErased", data: {} };
const since = (...events: ErasureEvent[]) => given<Erasure, ErasureEvent>(erasure, ...events);

it("K7: is asked once", () => {
  since().when(ask, { by: "an" }).happens(asked);
  since(asked).when(ask, { by: "bo" }).refused("identity.erasure-asked-already");
  since(asked, gone).when(ask, { by: "an" }).refused("identity.erased-already");
});

it("K7: takes two persons, and is done once", () => {
  since().when(erase, {}, by("bo")).refused("identity.erasure-not-asked");
  since(asked).when(erase, {}, by("an")).refused("identity.second-person-needed");
  since(asked).when(erase, {}, by("bo")).happens(gone);
  since(asked, gone).when(erase, {}, by("bo")).refused("identity.erased-already");
});

it("K7: is taken back by whoever asked, until it is done, and may be asked again", () => {
  const back: ErasureEvent = { type: "ErasureWithdrawn", data: {} };
  const own: ErasureEvent = { type: "ErasureAsked", data: { by: "sanne" } };
  const it = { person: "sanne" };
  since().when(withdraw, it, by("an")).refused("identity.erasure-not-asked");
  since(own).when(withdraw, it, by("sanne")).happens(back);
  since(own).when(withdraw, it, by("bo")).refused("identity.another-asked");
  since(asked)
    .when(withdraw, it, { by: { ...by("sanne").by, roles: ["member"] } as Principal })
    .refused("identity.another-asked");
  // Who asked may be gone.
  for (const admin of ["an", "bo"]) since(asked).when(withdraw, it, by(admin)).happens(back);
  since(asked, back).when(withdraw, it, by("an")).refused("identity.erasure-not-asked");
  since(asked, back).when(erase, {}, by("bo")).refused("identity.erasure-not-asked");
  since(asked, back)
    .when(ask, { by: "bo" })
    .happens({ type: "ErasureAsked", data: { by: "bo" } });
  since(asked, gone).when(withdraw, it, by("an")).refused("identity.erased-already");
});

it("K7: is done again by the system, though a restore has forgotten that it was asked", () => {
  since().when(erase, {}, bySystem).happens(gone);
  since(asked, gone).when(erase, {}, bySystem).refused("identity.erased-already");
});
