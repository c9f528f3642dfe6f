import { closed, Instant } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import type { RegistrationEvent } from "../../registrations/registrations.ts";
import { page } from "../contract.ts";

/** What the world may see of a partner. It is here while it is published, and gone when that ends. */
export const partnerRows = view<RegistrationEvent>()({
  name: "partnerships.partners",
  version: 1,
  row: closed({ ...page, publishedAt: Instant() }),
  indexes: [
    { name: 1, _id: 1 },
    { country: 1, name: 1, _id: 1 },
  ],
  on: {
    ProfileConfirmed: (event, rows) => {
      const { expiresAt: _later, ...page } = event.data;
      rows.put(idOf(event), { ...page, publishedAt: event.at.toISOString() });
    },
    ProfileExpired: (event, rows) => rows.remove(idOf(event)),
    ProfileTakenDown: (event, rows) => rows.remove(idOf(event)),
  },
});
