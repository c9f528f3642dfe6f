import Type from "typebox";
import { query } from "#shared/contract/contract.ts";
import {
  Code,
  Cursor,
  closed,
  Id,
  Instant,
  LanguageTag,
  list,
  PublicText,
} from "#shared/contract/schemas.ts";

/** What a cluster says of itself to the world. */
export const page = {
  name: PublicText(),
  country: Code(2),
  region: Type.Optional(Code(8)),
  ecosystems: list(Code(40), 14),
  summary: PublicText(),
  /** Language of the summary, BCP 47. */
  language: LanguageTag(),
};

const Partner = closed({ id: Id(), ...page, publishedAt: Instant() });

export const actions = {
  partners: query({
    route: "GET /partners",
    may: "anyone",
    sameForAll: ["partnerships"],
    input: closed({
      country: Type.Optional(Code(2)),
      after: Type.Optional(Cursor()),
      limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
    }),
    /** `countries`: of all partners, whatever was asked for. */
    output: closed({
      rows: list(Partner),
      next: Type.Optional(Cursor()),
      total: Type.Integer(),
      countries: list(Code(2), 400),
    }),
  }),
  partner: query({
    route: "GET /partners/:id",
    may: "anyone",
    sameForAll: ["partnerships"],
    input: closed({ id: Id() }),
    output: Partner,
  }),
};
