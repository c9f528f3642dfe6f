import fc from "fast-check";
import { given } from "#shared/testing/given.ts";
import { absence } from "./absences.ts";
import { type OwnerEvent, owner } from "./owners.ts";
import * as rules from "./rules.ts";

const officer = (person: string, open: number, isAway = false) => ({ person, open, isAway });
const assigned = (person: string): OwnerEvent => ({ type: "OwnerAssigned", data: { owner: person } });

describe("A4: who answers for a registration", () => {
  it("A4: is the officer with the fewest that is not away", () => {
    const officers = [officer("ann", 3), officer("bo", 1, true), officer("cas", 2)];
    given(owner).when(rules.assign, {}, { officers }).happens(assigned("cas"));
  });

  it("A4: is somebody even when all are away, and nobody when there is nobody", () => {
    given(owner)
      .when(rules.assign, {}, { officers: [officer("ann", 3, true), officer("bo", 1, true)] })
      .happens(assigned("bo"));
    given(owner).when(rules.assign, {}, { officers: [] }).refused("partnerships.no-officers");
  });

  it("A4: stays the same for the next round, unless they decide no more", () => {
    const theirs = given(owner, assigned("ann"));
    theirs.when(rules.assign, {}, { officers: [officer("ann", 9), officer("bo", 0)] }).happens();
    theirs.when(rules.assign, {}, { officers: [officer("bo", 0)] }).happens(assigned("bo"));
  });

  it("A4: never differs by more than one between officers who are all there from the beginning", () => {
    const sizes = {
      officers: fc.integer({ min: 1, max: 6 }),
      registrations: fc.integer({ min: 0, max: 40 }),
    };
    fc.assert(
      fc.property(fc.record(sizes), (run) => {
        const open = new Map(Array.from({ length: run.officers }, (_, n) => [`officer-${n}`, 0]));
        for (let n = 0; n < run.registrations; n++) {
          const officers = [...open].map(([person, count]) => officer(person, count));
          const [event] = given(owner).when(rules.assign, {}, { officers }).outcome as OwnerEvent[];
          const to = (event!.data as { owner: string }).owner;
          open.set(to, open.get(to)! + 1);
        }
        const counts = [...open.values()];
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("A4: is handed on with a note, to an officer, while it is open, and to somebody else", () => {
    const facts = { officers: ["ann", "bo"], isOpen: true };
    const theirs = given(owner, assigned("ann"));
    theirs
      .when(rules.handOn, { to: "bo", note: "note-1" }, facts)
      .happens({ type: "RegistrationHandedOn", data: { to: "bo", note: "note-1" } });
    theirs.when(rules.handOn, { to: "ann" }, facts).refused("partnerships.owner-already");
    theirs
      .when(rules.handOn, { to: "sanne" }, facts)
      .refused("partnerships.not-an-officer", { person: "sanne" });
    theirs
      .when(rules.handOn, { to: "bo" }, { ...facts, isOpen: false })
      .refused("partnerships.decided-already");
  });
});

it("I1: is put off to a moment before its term, and to none other", () => {
  const facts = { now: new Date("2026-11-25T09:00:00Z"), dueAt: "2026-11-30T16:00:00.000Z" };
  const until = (moment: string) => given(owner).when(rules.putOff, { until: moment }, facts);
  until("2026-11-30T16:00:00.000Z").happens({
    type: "RegistrationPutOff",
    data: { until: "2026-11-30T16:00:00.000Z" },
  });
  until("2026-11-25T09:00:00.000Z").refused("partnerships.put-off-to-the-past");
  until("2026-11-30T16:00:00.001Z").refused("partnerships.put-off-beyond-term", { dueAt: facts.dueAt });
  given(owner)
    .when(rules.putOff, { until: "2026-11-26T08:00:00.000Z" }, { ...facts, dueAt: undefined })
    .refused("partnerships.decided-already");
});

it("I1: says when an officer is away, and who stands in", () => {
  const facts = { officers: ["ann", "bo"], today: "2026-11-25" };
  const away = { from: "2026-11-25", until: "2026-11-27", deputy: "bo" };
  const says = (own: object) =>
    given(absence).when(rules.setAbsence, { person: "ann", ...away, ...own }, facts);
  says({}).happens({ type: "AbsenceSet", data: away });
  says({ until: "2026-11-24" }).refused("partnerships.absence-out-of-order");
  says({ from: "2026-11-20", until: "2026-11-24" }).refused("partnerships.absence-over");
  says({ deputy: "ann" }).refused("partnerships.own-deputy");
  says({ deputy: "sanne" }).refused("partnerships.not-an-officer", { person: "sanne" });
  given(absence).when(rules.endAbsence, {}).refused("partnerships.not-away");
  given(absence, { type: "AbsenceSet", data: away })
    .when(rules.endAbsence, {})
    .happens({ type: "AbsenceEnded", data: {} });
});
