import Type, { type Static } from "typebox";
import { closed, Id, Instant, list, PublicText } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import { type PagePart, withParts } from "../../mergers/parts.ts";
import type { RegistrationEvent } from "../../registrations/registrations.ts";
import { page } from "../contract.ts";
import { asSought, plain } from "../wording.ts";

const Shown = closed({
  ...page,
  publishedAt: Instant(),
  /** Where it stands in the list: by name, not by how that is written. */
  order: PublicText(),
  /** Those of name and summary, for a search. */
  words: PublicText(1_000),
});
type Shown = Static<typeof Shown>;

const Row = closed({
  ...Shown.properties,
  /** Another stands in its place: it is seen no more. */
  mergedInto: Type.Optional(Id()),
  /** What it showed before each merge that changed it, the newest last. */
  before: Type.Optional(list(closed({ from: Id(), page: Shown }))),
});
type Row = Static<typeof Row>;
export type PartnerRow = Row & { _id: string };

/** What the world may see of a partner. It is here while it is published, and gone when that ends. */
export const partnerRows = view<RegistrationEvent>()({
  name: "partnerships.partners",
  version: 3,
  row: Row,
  on: {
    ProfileConfirmed: (event, rows) => {
      const { expiresAt: _later, ...page } = event.data;
      rows.put(idOf(event), placed({ ...page, publishedAt: event.at.toISOString() }));
    },
    ProfileExpired: (event, rows) => rows.remove(idOf(event)),
    ProfileTakenDown: (event, rows) => rows.remove(idOf(event)),
    RegistrationMerged: async (event, rows) => {
      const { into, take } = event.data;
      const [gone, kept] = [await rows.get(idOf(event)), await rows.get(into)];
      if (!gone) return;
      rows.put(idOf(event), { ...gone, mergedInto: into });
      if (kept && take.length) rows.put(into, merged(kept, idOf(event), gone, take));
    },
    MergeUndone: async (event, rows) => {
      const [gone, kept] = [await rows.get(idOf(event)), await rows.get(event.data.into)];
      if (kept) rows.put(event.data.into, parted(kept, idOf(event)));
      if (!gone) return;
      const { mergedInto: _away, ...own } = gone;
      rows.put(idOf(event), own);
    },
  },
});

function placed(shown: Omit<Shown, "order" | "words">): Shown {
  const words = asSought(`${shown.name}\n${shown.summary}`);
  // A cursor holds it beside an id.
  return { ...shown, order: plain(shown.name).slice(0, 100), words };
}

function merged({ before = [], ...shown }: Row, from: string, gone: Row, take: PagePart[]): Row {
  return { ...placed(withParts(shown, gone, take)), before: [...before, { from, page: shown }] };
}

/** Where another merge has come since, what was chosen then stays until that one is undone too. */
function parted(row: Row, from: string): Row {
  const { before = [], mergedInto, ...shown } = row;
  const at = before.findIndex((one) => one.from === from);
  if (at < 0) return row;
  const { page } = before[at]!;
  const rest = before.flatMap((one, n) => {
    if (n === at) return [];
    return n === at + 1 ? [{ ...one, page }] : [one];
  });
  const own = at === before.length - 1 ? page : shown;
  return { ...own, ...(mergedInto && { mergedInto }), ...(rest.length && { before: rest }) };
}
