import Type, { type TProperties } from "typebox";
import { query } from "#shared/contract/contract.ts";
import {
  Code,
  Cursor,
  closed,
  Id,
  Instant,
  KnownCodeOf,
  LanguageTag,
  list,
  Name,
  PublicText,
  set,
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

/** How many partners there would be with this code instead of what is chosen of its kind; what is chosen is there with none too. */
const Count = <P extends TProperties>(own: P) => list(closed({ ...own, count: Type.Integer() }), 400);

export const actions = {
  partners: query({
    route: "GET /partners",
    may: "anyone",
    sameForAll: ["partnerships"],
    input: closed({
      country: Type.Optional(set(KnownCodeOf("countries"), 50, 1)),
      ecosystem: Type.Optional(set(KnownCodeOf("ecosystems"), 14, 1)),
      /** In which the summary is written. */
      language: Type.Optional(set(LanguageTag(), 50, 1)),
      /** Words of the name and summary, or beginnings of three letters or more, whatever capitals and accents they are written with. */
      find: Type.Optional(Name(100)),
      after: Type.Optional(Cursor()),
      limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
    }),
    output: closed({
      rows: list(Partner),
      next: Type.Optional(Cursor()),
      total: Type.Integer(),
      facets: closed({
        country: Count({ code: Code(2) }),
        ecosystem: Count({ code: Code(40), name: Type.Record(Type.String(), PublicText()) }),
        language: Count({ code: LanguageTag() }),
      }),
    }),
  }),
  /** Of one that was merged into another, that other one: its id says so. */
  partner: query({
    route: "GET /partners/:id",
    may: "anyone",
    sameForAll: ["partnerships"],
    input: closed({ id: Id() }),
    output: Partner,
  }),
};
