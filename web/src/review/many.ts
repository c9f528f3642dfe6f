import type { Out, RouteName } from "../app/api.ts";
import type { Wish } from "../bulk/run.ts";
import { offersOn, type Why } from "../palette/registration-commands.ts";

type Row = Pick<
  Out<"GET /registrations">["rows"][number],
  "id" | "name" | "state" | "abilities" | "version" | "owner"
>;

/** What an officer can do with many registrations at once. */
export const manyNames = ["hand-on", "ask-changes", "reject"] as const;
export type ManyName = (typeof manyNames)[number];
export const isManyName = (name: string): name is ManyName => manyNames.some((one) => one === name);

export const routes = {
  "hand-on": "POST /registrations/:id/owner",
  "ask-changes": "POST /registrations/:id/questions",
  reject: "POST /registrations/:id/rejection",
} as const satisfies Record<ManyName, RouteName>;

type PlannedRow = Wish & { owner: string | undefined; why?: Why };

/** What would become of each, as the state it is in says. It is decided on as the reader sees it now, or not at all. */
export const planOf = (
  name: ManyName,
  rows: Row[],
  to: string | undefined,
  takes: (route: RouteName) => boolean,
): PlannedRow[] =>
  rows.map((row) => {
    const why = offersOn(row, takes).find((offer) => offer.name === name)?.why ?? whyNotTo(name, row, to);
    const { id, version, owner } = row;
    const own = name === "hand-on" ? { id } : { id, version };
    return { id, name: row.name, owner, own, ...(why && { why }) };
  });

const whyNotTo = (name: ManyName, { owner }: Row, to: string | undefined): Why | undefined =>
  name === "hand-on" && to && owner === to
    ? { refusal: "partnerships.owner-already", params: {} }
    : undefined;

/** Of those that were done, what can be taken back: as long as the portal offers it, and nothing has happened since. */
export const undoOf = (
  done: { id: string; name: string; position: number | undefined }[],
  now: Pick<Row, "id" | "version" | "abilities">[],
): Wish[] => {
  const rows = new Map(now.map((row) => [row.id, row]));
  return done.flatMap(({ id, name, position }) => {
    const row = rows.get(id);
    const isLast = row?.version === position && row?.abilities.includes("undo-decision");
    return row && isLast ? [{ id, name, own: { id, version: row.version } }] : [];
  });
};
