import Type from "typebox";
import { query } from "#shared/contract/contract.ts";
import { notFound } from "#shared/contract/refusals.ts";
import { Code, closed, Id, list, Words } from "#shared/contract/schemas.ts";
import { RoleWord } from "../people/contract.ts";

/** `missions.claim`: a service, and an action of it. */
const ActionName = () => Type.String({ pattern: "^[a-z]+\\.[A-Za-z]+$", maxLength: 80 });

export const actions = {
  /** Why somebody may do something, or not, whatever state the record is in: as in a session with a second factor of just now. */
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
    }),
    output: closed({
      person: Id(),
      organisation: Id(),
      roles: list(RoleWord(), 6),
      action: ActionName(),
      record: Type.Optional(Id()),
      verdict: Words("yes", "not-allowed", "not-found"),
      /** The policy that says so. */
      rule: Code(60),
      /** Who may, and how they have to stand to the record. */
      grantedBy: list(closed({ party: Code(20), relation: Type.String() })),
    }),
    refusals: {
      "identity.unknown-person": notFound(),
      "identity.not-a-member": notFound(),
      "identity.unknown-action": notFound(),
    },
  }),
};
