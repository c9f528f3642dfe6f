import Type, { type Static } from "typebox";
import { query } from "#shared/contract/contract.ts";
import { closed, Id, Instant, list, Words } from "#shared/contract/schemas.ts";
import { Told } from "../planning/contract.ts";
import { plan } from "../planning/plan.ts";

const counts = { taken: Type.Integer(), waiting: Type.Integer() };
const FactWord = () =>
  Words(
    ...(Object.keys(plan) as (keyof typeof plan)[]),
    ...(Object.keys(counts) as (keyof typeof counts)[]),
    "cancelled",
  );
export type Fact = Static<ReturnType<typeof FactWord>>;

export const actions = {
  /** As it was planned at that moment, with its seats; nothing where there was no plan yet. */
  missionAsItWas: query({
    route: "GET /missions/:id/as-it-was",
    may: "read mission timelines",
    input: closed({ id: Id(), at: Instant() }),
    output: closed({
      mission: Type.Optional(closed({ ...plan, ...counts, cancelled: Type.Boolean() })),
      /** What made each of it so. */
      setBy: list(closed({ fact: FactWord(), ...Told.properties })),
    }),
  }),
};
