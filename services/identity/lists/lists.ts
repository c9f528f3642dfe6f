import type { ListName } from "./contract.ts";
import type { List } from "./list.ts";
import { changes, reads } from "./of-audit.ts";
import { organisations, people } from "./of-identity.ts";
import { letters } from "./of-mail.ts";
import { entries, missions } from "./of-missions.ts";
import { partners, registrations } from "./of-partnerships.ts";

/** The lists that can be taken along, and of which views are saved. */
export const lists: Record<ListName, List> = {
  registrations,
  partners,
  missions,
  entries,
  organisations,
  people,
  letters,
  reads,
  changes,
};
