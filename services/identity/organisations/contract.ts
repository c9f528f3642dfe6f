import Type from "typebox";
import { command, event, query } from "#shared/contract/contract.ts";
import { conflict } from "#shared/contract/refusals.ts";
import { Code, closed, Id, list, PublicText, Words } from "#shared/contract/schemas.ts";

/** `cluster`: a foreign partner; all others are members of the home cluster or its own office. */
export const OrganisationKind = () =>
  Words("office", "company", "knowledge", "public", "associate", "cluster");
export const Size = () => Words("sme", "large", "none");

const Organisation = closed({
  id: Id(),
  kind: OrganisationKind(),
  name: PublicText(),
  country: Code(2),
  region: Type.Optional(Code()),
  size: Size(),
});

export const actions = {
  admitOrganisation: command({
    route: "POST /organisations",
    may: "admit organisations",
    input: closed({
      id: Id(),
      kind: OrganisationKind(),
      name: PublicText(),
      country: Code(2),
      region: Type.Optional(Code()),
      size: Size(),
    }),
    output: closed({ organisation: Id() }),
    refusals: {
      "identity.organisation-exists": conflict(),
      "identity.unknown-region": conflict({ region: Code() }),
    },
  }),
  organisations: query({
    route: "GET /organisations",
    may: "read organisations",
    input: closed({
      kind: Type.Optional(OrganisationKind()),
      after: Type.Optional(Id()),
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    }),
    output: closed({ rows: list(Organisation), next: Type.Optional(Id()) }),
  }),
  /** For other services: names by id, to show beside ids. */
  namesOf: query({
    may: "ask for names",
    input: closed({ organisations: list(Id(), 500), people: list(Id(), 500) }),
    output: closed({
      organisations: Type.Record(Type.String(), Type.String()),
      people: Type.Record(Type.String(), Type.String()),
    }),
  }),
};

export const events = {
  OrganisationAdmitted: event(
    1,
    closed({
      kind: OrganisationKind(),
      name: PublicText(),
      country: Code(2),
      region: Type.Optional(Code()),
      size: Size(),
    }),
  ),
};
