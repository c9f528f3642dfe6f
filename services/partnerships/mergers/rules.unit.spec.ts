import { given } from "#shared/testing/given.ts";
import { type RegistrationEvent, registration } from "../registrations/registrations.ts";
import * as registrationRules from "../registrations/rules.ts";
import type { PagePart } from "./parts.ts";
import { merge, undoMerge } from "./rules.ts";
import type { Side } from "./sides.ts";

const page = { name: "Port", country: "JP", ecosystems: ["digital"], language: "en" };
const sent: RegistrationEvent[] = [
  {
    type: "RegistrationSubmitted",
    data: { ...page, answers: "answers-1", criteria: [], dueAt: "2026-11-30T16:00:00.000Z" },
  },
];
const expiresAt = "2028-11-22T09:00:00.000Z";
const confirmed: RegistrationEvent = {
  type: "ProfileConfirmed",
  data: { ...page, summary: "Wind.", expiresAt },
};
const rejected: RegistrationEvent = { type: "RegistrationRejected", data: { reason: "note-1" } };
const expired: RegistrationEvent = { type: "ProfileExpired", data: {} };
const takenDown: RegistrationEvent = { type: "ProfileTakenDown", data: {} };
const erased: RegistrationEvent = { type: "RegistrationErased", data: {} };
const published: RegistrationEvent[] = [...sent, confirmed];

const now = new Date("2026-11-23T09:00:00Z");
const until = "2026-12-23T09:00:00.000Z";
const merged = (
  own: Partial<Extract<RegistrationEvent, { type: "RegistrationMerged" }>["data"]> = {},
): RegistrationEvent => ({
  type: "RegistrationMerged",
  data: { into: "other-one", take: [], reason: "note-2", until, ...own },
});
const asked = { into: "other-one", take: [] as PagePart[], reason: "note-2" };
const beside = (state: Side["state"], order: number) => ({ now, order: 2, other: { state, order } });

describe("A3: which of two stays is no choice", () => {
  it("A3: a page before none, else what was sent first", () => {
    given(registration, ...published)
      .when(merge, asked, beside("published", 1))
      .happens(merged());
    given(registration, ...published)
      .when(merge, asked, beside("published", 3))
      .refused("partnerships.other-goes");
    given(registration, ...published)
      .when(merge, asked, beside("expired", 1))
      .refused("partnerships.other-goes");
    given(registration, ...sent, rejected)
      .when(merge, asked, beside("published", 3))
      .happens(merged());
    given(registration, ...sent, rejected)
      .when(merge, asked, beside("expired", 1))
      .happens(merged());
  });

  it("A3: neither while somebody has something to do for it", () => {
    const allowed = ["withdraw", "ask-changes", "waive", "accept", "reject"] as const;
    given(registration, ...sent)
      .when(merge, asked, beside("published", 1))
      .refused("partnerships.illegal-step", { state: "submitted", allowed: [...allowed] });
    for (const state of ["draft", "submitted", "changes-asked", "accepted", "merged"] as const)
      given(registration, ...published)
        .when(merge, asked, beside(state, 1))
        .refused("partnerships.other-under-way", { state });
  });

  it("A3: parts are taken from a page to a page, since clusters have confirmed both", () => {
    const take: typeof asked = { ...asked, take: ["name"] };
    given(registration, ...published)
      .when(merge, take, beside("published", 1))
      .happens(merged({ take: ["name"] }));
    given(registration, ...sent, rejected)
      .when(merge, take, beside("published", 1))
      .refused("partnerships.nothing-to-take");
  });
});

describe("A3: a merge is undone within 30 days", () => {
  const undone: RegistrationEvent = { type: "MergeUndone", data: { into: "other-one", reason: "note-3" } };
  const why = { reason: "note-3" };

  it("A3: on the last of them too, and not a moment later", () => {
    given(registration, ...published, merged())
      .when(undoMerge, why, { now: new Date(until) })
      .happens(undone);
    given(registration, ...published, merged())
      .when(undoMerge, why, { now: new Date("2026-12-23T09:00:00.001Z") })
      .refused("partnerships.merge-final", { until });
  });

  it("A3: meanwhile nothing is done with it, but a page still reaches its term", () => {
    const allowed = ["undo-merge", "take-down", "expire"] as const;
    const is = { state: "merged" as const, allowed: [...allowed] };
    const history = [...published, merged()];
    given(registration, ...history)
      .when(registrationRules.withdraw, {}, {})
      .refused("partnerships.illegal-step", is);
    given(registration, ...history)
      .when(merge, asked, beside("published", 1))
      .refused("partnerships.illegal-step", is);
    given(registration, ...history)
      .when(registrationRules.expire, { expiresAt }, {})
      .happens(expired);
    given(registration, ...history, expired, undone)
      .when(registrationRules.takeDown, {}, {})
      .refused("partnerships.illegal-step", { state: "expired", allowed: ["submit", "merge"] });
  });

  it("A3: a page that is taken down meanwhile stays down, once that is undone too", () => {
    const { takeDown, expire } = registrationRules;
    given(registration, ...published, merged())
      .when(takeDown, {}, {})
      .happens(takenDown);
    const down = given(registration, ...published, merged(), takenDown);
    const is = { state: "merged" as const, allowed: ["undo-merge" as const] };
    down.when(takeDown, {}, {}).refused("partnerships.illegal-step", is);
    down.when(expire, { expiresAt }, {}).refused("partnerships.illegal-step", is);
    down.when(undoMerge, why, { now }).happens(undone);
    given(registration, ...published, merged(), takenDown, undone)
      .when(takeDown, {}, {})
      .refused("partnerships.illegal-step", { state: "expired", allowed: ["submit", "merge"] });
  });

  it("A3: what had no page has none to take down", () => {
    given(registration, ...sent, rejected, merged())
      .when(registrationRules.takeDown, {}, {})
      .refused("partnerships.illegal-step", { state: "merged", allowed: ["undo-merge"] });
  });

  it("K7: an erasure takes down the page that is merged, and one that stands on its own stays", () => {
    const { erase, takeDown } = registrationRules;
    given(registration, ...published, merged())
      .when(erase, {})
      .happens(takenDown, erased);
    for (const history of [
      published,
      [...sent, rejected, merged()],
      [...published, merged(), takenDown],
      [...published, merged(), expired],
    ])
      given(registration, ...history)
        .when(erase, {})
        .happens(erased);
    given(registration, ...published, merged(), takenDown, erased)
      .when(erase, {})
      .refused("partnerships.erased-already");
    given(registration, ...published, merged(), takenDown, erased)
      .when(undoMerge, why, { now })
      .happens(undone);
    given(registration, ...published, merged(), takenDown, erased, undone)
      .when(takeDown, {}, {})
      .refused("partnerships.illegal-step", { state: "expired", allowed: ["merge"] });
    given(registration, ...published, erased, merged())
      .when(takeDown, {}, {})
      .happens(takenDown);
  });
});
