import Type from "typebox";
import { query, save } from "#shared/contract/contract.ts";
import { conflict, invalid, notFound } from "#shared/contract/refusals.ts";
import { closed, Id, list, Name, Text, Words } from "#shared/contract/schemas.ts";
import { ListWord, Search } from "../lists/contract.ts";

const noSuchView = { "identity.no-such-view": notFound() };
const done = closed({});

export const actions = {
  /** The caller's own, and what colleagues share of lists that the caller may see. */
  savedViews: query({
    route: "GET /saved-views",
    may: "keep list views",
    input: closed({ list: ListWord() }),
    output: closed({
      rows: list(
        closed({
          view: Id(),
          name: Text(80),
          /** As far as the list still has these filters. */
          search: Search(),
          /** Filters that the list no longer has, or not with this value. */
          gone: list(Text(1_000), 100),
          shared: Type.Boolean(),
          /** It is what the caller's list opens with. */
          first: Type.Boolean(),
          /** Who shares it, when it is not the caller's own. */
          by: Type.Optional(Text(120)),
          abilities: list(Words("rename", "share", "remove")),
        }),
        2_000,
      ),
    }),
  }),
  /** Under the name of another of their own it takes its place. */
  saveView: save({
    route: "POST /saved-views",
    may: "keep list views",
    input: closed({ list: ListWord(), name: Name(80), search: Search() }),
    output: closed({ view: Id() }),
    refusals: {
      "identity.filter-unknown": invalid(),
      "identity.too-many-views": conflict({ most: Type.Integer() }),
    },
  }),
  renameView: save({
    route: "PUT /saved-views/:view/name",
    may: "keep list views",
    input: closed({ view: Id(), name: Name(80) }),
    output: done,
    refusals: { ...noSuchView, "identity.view-name-taken": conflict() },
  }),
  /** With everyone of the office who may see the list. */
  shareView: save({
    route: "PUT /saved-views/:view/sharing",
    may: "keep list views",
    input: closed({ view: Id(), shared: Type.Boolean() }),
    output: done,
    refusals: noSuchView,
  }),
  /** Whether the caller's list opens with it; one of a list does. */
  makeDefault: save({
    route: "PUT /saved-views/:view/default",
    may: "keep list views",
    input: closed({ view: Id(), first: Type.Boolean() }),
    output: done,
    refusals: noSuchView,
  }),
  removeView: save({
    route: "DELETE /saved-views/:view",
    may: "keep list views",
    input: closed({ view: Id() }),
    output: done,
    refusals: noSuchView,
  }),
};
