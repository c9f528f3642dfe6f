import Type from "typebox";
import { command, event, query } from "#shared/contract/contract.ts";
import { conflict, notAllowed } from "#shared/contract/refusals.ts";
import { closed, Id, Instant, list, Text } from "#shared/contract/schemas.ts";

const erased = { "identity.erased-already": conflict() };

export const actions = {
  askErasure: command({
    route: "POST /people/:id/erasure-requests",
    may: "ask for an erasure",
    input: closed({ id: Id() }),
    output: closed({ person: Id() }),
    refusals: { ...erased, "identity.erasure-asked-already": conflict() },
  }),
  /** As long as it is not done: for whoever asked; what an administrator asked for, for any of them. */
  withdrawErasure: command({
    route: "DELETE /people/:id/erasure-requests",
    may: "ask for an erasure",
    input: closed({ id: Id() }),
    output: closed({ person: Id() }),
    refusals: {
      ...erased,
      "identity.erasure-not-asked": conflict(),
      "identity.another-asked": notAllowed(),
    },
  }),
  /** Two persons: never whoever asked. Documents, letters, sessions and addresses go, in every service; it cannot be undone. */
  erasePerson: command({
    route: "POST /people/:id/erasure",
    may: "erase people",
    input: closed({ id: Id() }),
    output: closed({ person: Id() }),
    refusals: {
      ...erased,
      "identity.erasure-not-asked": conflict(),
      "identity.second-person-needed": notAllowed(),
      "identity.last-in-charge": conflict(),
    },
  }),
  /** What is asked and not done yet, the oldest first. */
  erasures: query({
    route: "GET /erasures",
    may: "see erasures",
    input: closed({}),
    output: closed({
      rows: list(
        closed({
          person: Id(),
          name: Type.Optional(Text(120)),
          askedBy: Id(),
          askedByName: Type.Optional(Text(120)),
          at: Instant(),
        }),
      ),
    }),
  }),
};

export const events = {
  ErasureAsked: event(1, closed({ by: Id() })),
  ErasureWithdrawn: event(1, closed({})),
  PersonErased: event(1, closed({})),
};
