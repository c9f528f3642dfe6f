import Type, { type Static } from "typebox";
import { closed, Id, Instant, list } from "#shared/contract/schemas.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { idOf, orderOf } from "#shared/log/events.ts";
import { type Rows, view } from "#shared/views/view.ts";
import { EntryState } from "../contract.ts";
import type { SeatEvent } from "../seats.ts";

const row = closed({
  mission: Id(),
  company: Id(),
  seats: Type.Integer(),
  asked: Type.Integer(),
  least: Type.Integer(),
  state: EntryState(),
  /** Where it stands; a move of the office exchanges these. */
  order: Type.Number(),
  /** When it signed up: by its event, as `orderOf` has it. */
  since: Type.Number(),
  /** Of who waits: since when in this order. What happened before concerned who then stood here. */
  inOrderSince: Instant(),
  /** How often the company has signed up, this time included. */
  times: Type.Integer(),
  moves: Type.Integer(),
  /** Each time it got seats past others that waited ahead of it for more: how many were free then. */
  passes: list(closed({ order: Type.Number(), at: Instant(), free: Type.Integer() })),
  /** The last `order` in `passes`; 0 when there are none. */
  passedUpTo: Type.Number(),
  at: Instant(),
});

/** One row a company and mission. Its place on the list is counted when asked: nobody else's row moves with it. */
export const entryRows = view<SeatEvent>()({
  name: "missions.entries",
  version: 2,
  row,
  indexes: [
    { mission: 1, order: 1 },
    { mission: 1, state: 1, order: 1 },
    { company: 1, order: 1 },
    { mission: 1, passedUpTo: 1 },
  ],
  on: {
    SeatsConfirmed: async (event, rows) => {
      const { company, seats, asked, fromList, heldAt } = event.data;
      const waited = fromList && (await rows.get(entryId(event, company)));
      const entry = {
        ...(waited || (await begun(event, rows))),
        seats,
        asked,
        least: seats,
        state: "confirmed" as const,
      };
      put(rows, event, passing(entry, event, heldAt));
    },
    SeatsWaitlisted: async (event, rows) => {
      const { seats, least } = event.data;
      put(rows, event, { ...(await begun(event, rows)), seats, asked: seats, least, state: "waiting" });
    },
    SeatsChanged: async (event, rows) => {
      const { company, seats, least } = event.data;
      const own = await rows.get(entryId(event, company));
      // Since when it waits stays as it was.
      if (own) rows.put(entryId(event, company), passing({ ...own, seats, asked: seats, least }, event));
    },
    SeatsWithdrawn: async (event, rows) => {
      const { company, seats } = event.data;
      const own = await rows.get(entryId(event, company));
      const { passes, passedUpTo, times } = own ?? { ...fresh, times: 0 };
      put(rows, event, {
        ...{ ...startOf(event), passes, passedUpTo, times },
        ...{ seats, asked: seats, least: seats, state: "withdrawn" },
      });
    },
    EntryMoved: async (event, rows) => {
      const { company, from, to, others } = event.data;
      const before = to < from ? [...others, company] : [company, ...others];
      const after = to < from ? [company, ...others] : [...others, company];
      const orders = await Promise.all(before.map((one) => rows.get(entryId(event, one))));
      for (const [n, one] of after.entries()) {
        const own = orders[before.indexOf(one)];
        const there = orders[n];
        if (!own || !there) continue;
        const moved = { order: there.order, moves: own.moves + 1, inOrderSince: event.at.toISOString() };
        rows.put(entryId(event, one), { ...own, ...moved });
      }
    },
  },
});

export type EntryRow = Static<typeof row>;
type OfCompany = Recorded<{ type: string; data: { company: string } }>;
type Own = Omit<EntryRow, "mission" | "company" | "at">;

const startOf = (event: OfCompany) => ({
  ...{ order: orderOf(event), since: orderOf(event), inOrderSince: event.at.toISOString() },
  moves: 0,
});
const fresh = { passes: [], passedUpTo: 0 };

type SigningUp = Recorded<{ type: string; data: { company: string; times: number } }>;

/** Thousands sign up in a moment: nothing is looked up for one but where an old event does not say how often it did. */
async function begun(event: SigningUp, rows: Rows<EntryRow>) {
  const { company, times } = event.data;
  const before = async () => (await rows.get(entryId(event, company)))?.times ?? 0;
  return { ...startOf(event), ...fresh, times: times || (await before()) + 1 };
}

function put(rows: Rows<EntryRow>, event: OfCompany, own: Own) {
  const { company } = event.data;
  rows.put(entryId(event, company), { ...own, mission: idOf(event), company, at: event.at.toISOString() });
}

type Passing = Recorded<{ type: string; data: { free: number; passed: number } }>;

/** Of an entry that may have passed others: with that, if it has. */
function passing<R extends Own>(entry: R, event: Passing, at = event.at.toISOString()): R {
  const { free, passed } = event.data;
  if (!passed) return entry;
  // Of a change: all that wait were passed, whenever this one signed up.
  const order = event.type === "SeatsChanged" ? orderOf(event) : entry.order;
  const passes = [...entry.passes, { order, at, free }].slice(-mostKept);
  return { ...entry, passes, passedUpTo: Math.max(entry.passedUpTo, order) };
}

/** Of one entry; who waits is shown the last few of all. */
const mostKept = 20;

const entryId = (event: Pick<Recorded, "stream">, company: string) => `${idOf(event)}/${company}`;
