import { command, event, query } from "#shared/contract/contract.ts";
import { conflict, notAllowed } from "#shared/contract/refusals.ts";
import {
  closed,
  DocumentId,
  EmailAddress,
  Id,
  LanguageTag,
  list,
  Name,
  Text,
  Words,
} from "#shared/contract/schemas.ts";

export const RoleWord = () => Words("officer", "fund-manager", "auditor", "admin", "member", "partner");

/** Why roles are not given. */
export const grantRefusals = {
  /** There are no such roles in an organisation of that kind. */
  "identity.roles-not-there": conflict(),
  "identity.roles-beyond-yours": notAllowed(),
};

export const actions = {
  admitPerson: command({
    route: "POST /people",
    may: "admit people",
    input: closed({
      id: Id(),
      organisation: Id(),
      roles: list(RoleWord(), 6),
      name: Name(120),
      email: EmailAddress(),
      language: LanguageTag(),
    }),
    output: closed({ person: Id() }),
    refusals: {
      "identity.person-exists": conflict(),
      "identity.unknown-organisation": conflict(),
      "identity.member-already": conflict(),
      "identity.erased-already": conflict(),
      ...grantRefusals,
      /** Someone else signs in with it. */
      "identity.address-taken": conflict(),
    },
  }),
  /** Sent with `admitPerson`: who somebody is, apart from where they belong. */
  addPerson: command({
    may: "keep people",
    input: closed({ id: Id(), name: Name(120), email: EmailAddress(), language: LanguageTag() }),
    output: closed({}),
    refusals: { "identity.person-exists": conflict(), "identity.address-taken": conflict() },
  }),
  /** One person in several organisations: what they may do is per organisation, and who they are is not. */
  joinOrganisation: command({
    route: "POST /people/:id/memberships",
    may: "admit people",
    input: closed({ id: Id(), organisation: Id(), roles: list(RoleWord(), 6, 1) }),
    output: closed({ person: Id() }),
    refusals: {
      "identity.unknown-organisation": conflict(),
      "identity.member-already": conflict(),
      "identity.erased-already": conflict(),
      ...grantRefusals,
    },
  }),
  /** In which letters reach whoever asks; that of the pages they choose on each page. */
  chooseLanguage: command({
    route: "PUT /account/language",
    may: "be someone",
    input: closed({ language: LanguageTag() }),
    output: closed({ language: LanguageTag() }),
  }),
  /** For other services: who decides in the office, in the order in which they came. */
  officers: query({
    may: "ask for names",
    input: closed({}),
    output: closed({ rows: list(closed({ person: Id(), name: Text(120) }), 500) }),
  }),
};

export const events = {
  /** Name and address stand in the document. */
  PersonAdded: event(1, closed({ person: DocumentId() })),
  /** Until then it is the one in the document. */
  LanguageChosen: event(1, closed({ language: LanguageTag() })),
  /** These two are not made any more: where somebody belongs stands with the organisation. */
  PersonAdmitted: event(1, closed({ organisation: Id(), roles: list(RoleWord(), 6), person: DocumentId() })),
  PersonJoined: event(1, closed({ organisation: Id(), roles: list(RoleWord(), 6) })),
};
