import Type from "typebox";
import { command, event, query } from "#shared/contract/contract.ts";
import { conflict } from "#shared/contract/refusals.ts";
import { CodeOf, closed, Id, KnownCodeOf, list, PublicText, Words } from "#shared/contract/schemas.ts";

/** `cluster`: a foreign partner; all others are members of the home cluster or its own office. */
export const OrganisationKind = () =>
  Words("office", "company", "knowledge", "public", "associate", "cluster");
export const Size = () => Words("sme", "large", "none");

/** Codes that have left their lists since stay readable. */
const data = {
  kind: OrganisationKind(),
  name: PublicText(),
  country: KnownCodeOf("countries"),
  region: Type.Optional(KnownCodeOf("nuts", "subdivisions")),
  size: Size(),
};

const { name, country, region } = data;

export const actions = {
  admitOrganisation: command({
    route: "POST /organisations",
    may: "admit organisations",
    input: closed({
      id: Id(),
      ...data,
      country: CodeOf("countries"),
      region: Type.Optional(CodeOf("nuts", "subdivisions")),
    }),
    output: closed({ organisation: Id() }),
    refusals: { "identity.organisation-exists": conflict() },
  }),
  /** Sent by a reaction when a cluster's page is published. Its codes were current when it registered. */
  admitPartner: command({
    may: "admit partners",
    input: closed({ id: Id(), name, country, region }),
    output: closed({ organisation: Id() }),
    refusals: { "identity.organisation-exists": conflict() },
  }),
  organisations: query({
    route: "GET /organisations",
    may: "read organisations",
    input: closed({
      kind: Type.Optional(OrganisationKind()),
      after: Type.Optional(Id()),
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    }),
    output: closed({
      /** `isLed`: somebody is in charge there. */
      rows: list(closed({ id: Id(), ...data, isLed: Type.Boolean() })),
      next: Type.Optional(Id()),
    }),
  }),
  /** For other services: names by id, to show beside ids. */
  namesOf: query({
    may: "ask for names",
    input: closed({ organisations: list(Id(), 500), people: list(Id(), 500) }),
    output: closed({
      organisations: Type.Record(Type.String(), Type.String()),
      kinds: Type.Record(Type.String(), OrganisationKind()),
      people: Type.Record(Type.String(), Type.String()),
      /** Of these people, those who have no name any more. */
      erased: list(Id(), 500),
    }),
  }),
};

export const events = {
  OrganisationAdmitted: event(1, closed(data)),
};
