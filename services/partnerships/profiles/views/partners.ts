import { closed, Instant, PublicText } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import type { RegistrationEvent } from "../../registrations/registrations.ts";
import { page } from "../contract.ts";
import { asSought, plain } from "../wording.ts";

/** What the world may see of a partner. It is here while it is published, and gone when that ends. */
export const partnerRows = view<RegistrationEvent>()({
  name: "partnerships.partners",
  version: 2,
  row: closed({
    ...page,
    publishedAt: Instant(),
    /** Where it stands in the list: by name, not by how that is written. */
    order: PublicText(),
    /** Those of name and summary, for a search. */
    words: PublicText(1_000),
  }),
  on: {
    ProfileConfirmed: (event, rows) => {
      const { expiresAt: _later, ...page } = event.data;
      const words = asSought(`${page.name}\n${page.summary}`);
      // A cursor holds it beside an id.
      const order = plain(page.name).slice(0, 100);
      rows.put(idOf(event), { ...page, publishedAt: event.at.toISOString(), order, words });
    },
    ProfileExpired: (event, rows) => rows.remove(idOf(event)),
    ProfileTakenDown: (event, rows) => rows.remove(idOf(event)),
  },
});
