import Type from "typebox";
import { closed, Instant, list } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import type { ConsentEvent } from "../consents.ts";
import { events } from "../contract.ts";

/** All that somebody answered, in order. */
export const consentRows = view<ConsentEvent>()({
  name: "identity.consents",
  version: 1,
  row: closed({
    answers: list(
      Type.Object(
        { ...events.ConsentAnswered.data.properties, at: Instant() },
        { additionalProperties: false },
      ),
    ),
  }),
  on: {
    ConsentAnswered: async (event, rows) => {
      const { answers = [] } = (await rows.get(idOf(event))) ?? {};
      rows.put(idOf(event), { answers: [...answers, { ...event.data, at: event.at.toISOString() }] });
    },
  },
});
