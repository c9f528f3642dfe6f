import Type from "typebox";
import { query } from "#shared/contract/contract.ts";
import { conflict, notFound } from "#shared/contract/refusals.ts";
import { Code, closed, Id, list, PublicText, ScopeWord, Text, Words } from "#shared/contract/schemas.ts";
import { RoleWord } from "../people/contract.ts";

/** `missions.claim`: a service, and an action of it. */
const ActionName = () => Type.String({ pattern: "^[a-z]+\\.[A-Za-z]+$", maxLength: 80 });

export const actions = {
  /** What there is to be asked about, once for each policy: who may is the same for all its actions. */
  whatOneMay: query({
    route: "GET /access/actions",
    may: "ask who may",
    input: closed({}),
    output: closed({
      rows: list(
        closed({
          action: ActionName(),
          rule: Code(60),
          /** How a record has to stand to somebody, where it matters which. */
          relation: Type.Optional(Code(60)),
        }),
      ),
    }),
  }),
  /**
   * Why somebody may do something, or not, whatever state the record is in: as in a session with a second factor of just now,
   * or by one of their tokens.
   */
  access: query({
    route: "GET /access",
    may: "ask who may",
    input: closed({
      person: Id(),
      /** On whose behalf; else of the first that they belong to. */
      organisation: Type.Optional(Id()),
      action: ActionName(),
      /** The company or registration that it is about, where that matters; else what is their own. */
      record: Type.Optional(Id()),
      /** On behalf of the organisation that it was made for. */
      token: Type.Optional(Id()),
    }),
    output: closed({
      person: Id(),
      /** None of someone who has been erased. */
      name: Type.Optional(Text(120)),
      organisation: Id(),
      organisationName: Type.Optional(PublicText()),
      roles: list(RoleWord(), 6),
      action: ActionName(),
      record: Type.Optional(Id()),
      token: Type.Optional(Id()),
      verdict: Words("yes", "not-allowed", "not-found", "not-in-charge", "not-by-token", "outside-scope"),
      /** The policy that says so. */
      rule: Code(60),
      /** What a token has to be for. */
      scope: ScopeWord(),
      /** Who may, how they have to stand to the record, and who can make somebody one of them. */
      grantedBy: list(closed({ party: Code(20), relation: Code(60), givenBy: list(RoleWord(), 6) })),
    }),
    refusals: {
      "identity.unknown-person": notFound(),
      "identity.not-a-member": notFound(),
      "identity.suspended-now": conflict(),
      "identity.unknown-action": notFound(),
      "identity.no-such-token": notFound(),
    },
  }),
};
