import Type from "typebox";
import { Subject } from "../documents/subject.ts";
import { query } from "./contract.ts";
import { closed, list } from "./schemas.ts";

/** One thing that is kept about somebody. `in`: its collection, and of a document its kind. Secrets and hashes are left out. */
export const Held = () => closed({ in: Type.String(), content: Type.Record(Type.String(), Type.Unknown()) });

/**
 * Of every service: what it keeps about this person, or about those who registered a cluster. Each answers for its own.
 * `forThemAlone`: what nobody gets in their place.
 */
export const heldQuery = () =>
  query({
    may: "say what is held",
    input: closed({ subject: Subject() }),
    output: closed({ rows: list(Held(), 2_000), forThemAlone: Type.Optional(list(Held(), 2_000)) }),
  });
