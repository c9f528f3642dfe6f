import { inRole, type Principal } from "#shared/access/principal.ts";
import type { Plan } from "./planning/plan.ts";

export const officer = inRole("officer", "officer-1", "getijkracht");

export const member = (company: string): Principal => inRole("member", `person-${company}`, company);

/** A mission that is open on 23 November 2026, unless said otherwise. */
export const planOf = (own: Partial<Plan> = {}): Plan => ({
  title: { nl: "Ceará: groene waterstof", en: "Ceará: green hydrogen" },
  from: "BE",
  legs: [fortaleza(own)],
  firstDay: "2027-01-02",
  lastDay: "2027-01-06",
  capacity: 10,
  minimum: Math.min(6, own.capacity ?? 10),
  signUpOpensAt: "2026-11-01T08:00:00.000Z",
  signUpClosesAt: "2026-12-15T16:00:00.000Z",
  partners: [],
  ...{ goals: [], targetProfile: [] },
  ...own,
});

/** For as long as the mission lasts. */
export const fortaleza = ({ firstDay = "2027-01-02", lastDay = "2027-01-06" }: Partial<Plan> = {}) => ({
  ...{ city: "Fortaleza", country: "BR", timeZone: "America/Fortaleza" },
  ...{ firstDay, lastDay, programme: [] },
});
