import fc from "fast-check";
import { given } from "#shared/testing/given.ts";
import * as rules from "./rules.ts";
import { type SectionEvent, sectionLinks, stateOf } from "./section-links.ts";

const now = new Date("2026-11-23T09:00:00Z");
const at = now.toISOString();
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60_000);
const endsAt = later(14).toISOString();
const facts = { since: 0, draftEndsAt: later(30) };
const sentTo = (link: string): SectionEvent => ({
  type: "SectionSent",
  data: { link, section: "sectors", since: 0, at, endsAt },
});
const withdrawn: SectionEvent = { type: "SectionLinkWithdrawn", data: { link: "ann" } };
const filledIn: SectionEvent = { type: "SectionFilledIn", data: { link: "ann", at } };
const afterwards = { sendAgain: rules.sendAgain, withdraw: rules.withdraw, finish: rules.finish };
const over = "partnerships.section-link-over";

describe("A1: a section that is sent to a colleague", () => {
  it("A1: is theirs for fourteen days, or until the draft ends", () => {
    const asked = { link: "ann", section: "sectors" } as const;
    given(sectionLinks).when(rules.send, asked, facts).happens(sentTo("ann"));
    const draftEndsAt = later(3);
    given(sectionLinks)
      .when(rules.send, asked, { since: 0, draftEndsAt })
      .happens({
        type: "SectionSent",
        data: { link: "ann", section: "sectors", since: 0, at, endsAt: draftEndsAt.toISOString() },
      });
  });

  it("A1: is filled in once, and withdrawn only while it is open", () => {
    const open = given(sectionLinks, sentTo("ann"));
    open.when(rules.finish, { link: "ann" }, facts).happens(filledIn);
    open.when(rules.withdraw, { link: "ann" }, facts).happens(withdrawn);
    const done = given(sectionLinks, sentTo("ann"), filledIn);
    done.when(rules.finish, { link: "ann" }, facts).refused(over, { state: "filled-in" });
    done.when(rules.withdraw, { link: "ann" }, facts).refused(over, { state: "filled-in" });
    const gone = given(sectionLinks, sentTo("ann"), withdrawn);
    gone.when(rules.finish, { link: "ann" }, facts).refused(over, { state: "withdrawn" });
    gone.when(rules.sendAgain, { link: "ann" }, facts).refused(over, { state: "withdrawn" });
  });

  it("A1: ends by itself with its term, and with whatever happens to its registration", () => {
    const open = given(sectionLinks, sentTo("ann"));
    const finish = (then: object) => open.when(rules.finish, { link: "ann" }, { ...facts, ...then });
    finish({ now: later(14) }).refused(over, { state: "over" });
    const last = new Date(later(14).getTime() - 1);
    finish({ now: last }).happens({
      type: "SectionFilledIn",
      data: { link: "ann", at: last.toISOString() },
    });
    finish({ since: 1 }).refused(over, { state: "over" });
  });

  it("A1: is sent again with a new term when it has ended or was filled in", () => {
    const again: SectionEvent = { type: "SectionSentAgain", data: { link: "ann", since: 2, at, endsAt } };
    for (const before of [[sentTo("ann")], [sentTo("ann"), filledIn]]) {
      const links = given(sectionLinks, ...before);
      links.when(rules.sendAgain, { link: "ann" }, { ...facts, since: 2 }).happens(again);
      given(sectionLinks, ...before, again)
        .when(rules.finish, { link: "ann" }, { since: 2 })
        .happens(filledIn);
    }
  });

  it("A1: is one of ten at most that are open, whatever is sent, sent again, filled in and withdrawn", () => {
    const step = fc.record({
      what: fc.constantFrom("send" as const, "sendAgain" as const, "withdraw" as const, "finish" as const),
      link: fc.integer({ min: 0, max: 14 }).map((n) => `link-${n}`),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const events: SectionEvent[] = [];
        for (const { what, link } of steps) {
          const state = events.reduce(sectionLinks.evolve, sectionLinks.initial);
          // A new link is made each time, and nothing is done with one that there is not.
          if ((what === "send") === link in state) continue;
          const links = given(sectionLinks, ...events);
          const { outcome } =
            what === "send"
              ? links.when(rules.send, { link, section: "team" }, facts)
              : links.when(afterwards[what], { link }, facts);
          if (Array.isArray(outcome)) events.push(...outcome);
        }
        const all = Object.values(events.reduce(sectionLinks.evolve, sectionLinks.initial));
        const open = all.filter((one) => stateOf(one, { now, since: 0 }) === "open");
        expect(open.length).toBeLessThanOrEqual(rules.limits.open);
      }),
    );
  });
});
