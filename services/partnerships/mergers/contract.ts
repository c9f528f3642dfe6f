import Type from "typebox";
import { command, query } from "#shared/contract/contract.ts";
import { conflict, invalid } from "#shared/contract/refusals.ts";
import { closed, Id, Instant, list, set, Text, Words } from "#shared/contract/schemas.ts";
import { page } from "../profiles/contract.ts";
import { illegalStep, StateWord } from "../registrations/contract.ts";
import { PartWord } from "./parts.ts";

const reason = Text(2_000);
const otherUnknown = { "partnerships.other-unknown": invalid() };

export const actions = {
  /** What would come of merging these two. */
  merger: query({
    route: "GET /registrations/:id/merger/:other",
    may: "read registrations",
    input: closed({ id: Id(), other: Id() }),
    output: closed({
      stays: Id(),
      goes: Id(),
      /** Only one has a page, or else it was sent first. */
      because: Words("page", "first"),
      /** Their pages, of which each part can be that of either; none unless both have one. */
      pages: Type.Optional(closed({ stays: closed(page), goes: closed(page) })),
      /** Those of the two that somebody still has to do something for: then they cannot be merged. */
      underWay: list(closed({ id: Id(), state: StateWord() }), 2),
    }),
    refusals: otherUnknown,
  }),
  /** `take`: parts of its page that the other one is to show. Its address leads to the other one from then on. */
  merge: command({
    route: "POST /registrations/:id/merger",
    may: "decide on registrations",
    undoneBy: "undoMerge",
    input: closed({ id: Id(), into: Id(), take: set(PartWord(), 4), reason }),
    output: closed({ into: Id(), until: Instant() }),
    refusals: {
      ...illegalStep,
      ...otherUnknown,
      "partnerships.other-under-way": conflict({ state: StateWord() }),
      "partnerships.other-goes": conflict(),
      "partnerships.nothing-to-take": invalid(),
    },
  }),
  /** Both are again as they were, but for a page that has been taken down or reached its term since. */
  undoMerge: command({
    route: "DELETE /registrations/:id/merger",
    may: "decide on registrations",
    input: closed({ id: Id(), reason }),
    output: closed({ state: StateWord() }),
    refusals: { ...illegalStep, "partnerships.merge-final": conflict({ until: Instant() }) },
  }),
};
