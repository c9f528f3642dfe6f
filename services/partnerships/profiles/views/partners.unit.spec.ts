import fc from "fast-check";
import type { Recorded } from "#shared/log/commit.ts";
import { type PagePart, withParts } from "../../mergers/parts.ts";
import type { RegistrationEvent } from "../../registrations/registrations.ts";
import { pageOf } from "../page.ts";
import { type PartnerRow, partnerRows } from "./partners.ts";

type Data<T extends RegistrationEvent["type"]> = Extract<RegistrationEvent, { type: T }>["data"];
type Page = ReturnType<typeof pageOf>;
type Merge = { from: string; into: string; take: PagePart[] };
type Step = { what: "merge" | "undo" | "take down" | "expire" | "publish" } & Merge;

const ids = ["a", "b", "c", "d"];
const parts: PagePart[] = ["name", "place", "ecosystems", "summary"];

const pageNumbered = (id: string, n: number): Page => ({
  ...{ name: `Port ${id}${n}`, country: "JP", ...(id !== "b" && { region: `JP-${id}${n}` }) },
  ...{ ecosystems: [`${id}${n}`], summary: `Wind of ${id}${n}`, language: id },
});

/** Follows the view, and beside it keeps what is known without it: pages, and where each stands. */
function openFollowed() {
  const rows = new Map<string, Omit<PartnerRow, "_id">>();
  const access = {
    get: async (id: string) => rows.get(id),
    put: (id: string, row: Omit<PartnerRow, "_id">) => void rows.set(id, row),
    remove: (id: string) => void rows.delete(id),
  };
  const own = new Map<string, Page>();
  const mergedInto = new Map<string, string>();
  let merges: Merge[] = [];
  let position = 0;

  async function happens<T extends RegistrationEvent["type"]>(type: T, id: string, data: Data<T>) {
    const at = new Date("2026-11-23T09:00:00Z");
    const event = { id: `${++position}.0`, position, type, data, stream: `registration/${id}`, at };
    await partnerRows.on[type]!({ ...event, by: { kind: "nobody" }, command: "" } as Recorded, access);
  }

  async function publish(id: string) {
    if (own.has(id) || mergedInto.has(id)) return;
    own.set(id, pageNumbered(id, position));
    await happens("ProfileConfirmed", id, { ...own.get(id)!, expiresAt: "2028-11-22T09:00:00.000Z" });
  }

  async function end(type: "ProfileTakenDown" | "ProfileExpired", id: string) {
    if (!own.delete(id)) return;
    merges = merges.filter(({ from, into }) => from !== id && into !== id);
    await happens(type, id, {});
  }

  async function merge({ from, into, take }: Merge) {
    if (from === into || mergedInto.has(from)) return;
    mergedInto.set(from, into);
    if (own.has(from) && own.has(into)) merges.push({ from, into, take });
    const until = "2026-12-23T09:00:00.000Z";
    await happens("RegistrationMerged", from, { into, take, reason: "note", until });
  }

  async function undo(from: string) {
    const into = mergedInto.get(from);
    if (!into) return;
    mergedInto.delete(from);
    merges = merges.filter((one) => one.from !== from);
    await happens("MergeUndone", from, { into, reason: "note" });
  }

  const take = ({ what, ...step }: Step) =>
    ({
      merge: () => merge(step),
      undo: () => undo(step.from),
      "take down": () => end("ProfileTakenDown", step.from),
      expire: () => end("ProfileExpired", step.from),
      publish: () => publish(step.from),
    })[what]();

  /** The own pages, with the merges that hold done to them one after the other. */
  function expected() {
    const pages = new Map(own);
    for (const { from, into, take: taken } of merges)
      pages.set(into, withParts(pages.get(into)!, pages.get(from)!, taken));
    return Object.fromEntries([...pages].map(([id, page]) => [id, { page, mergedInto: mergedInto.get(id) }]));
  }

  const shown = () =>
    Object.fromEntries([...rows].map(([id, row]) => [id, { page: pageOf(row), mergedInto: row.mergedInto }]));

  return { rows, publish, undo, take, expected, shown, merged: () => [...mergedInto.keys()] };
}

const steps = (...what: Step["what"][]) =>
  fc.array(
    fc.record({
      what: fc.constantFrom(...what),
      from: fc.constantFrom(...ids),
      into: fc.constantFrom(...ids),
      take: fc.subarray(parts),
    }),
    { maxLength: 20 },
  );

it("A3: every page shows its own, with the merges that hold in their order, whatever was undone or ended", () =>
  fc.assert(
    fc.asyncProperty(
      steps("merge", "merge", "merge", "undo", "take down", "expire", "publish"),
      async (all) => {
        const followed = openFollowed();
        for (const id of ids) await followed.publish(id);
        for (const step of all) {
          await followed.take(step);
          expect(followed.shown()).toEqual(followed.expected());
        }
      },
    ),
    { numRuns: 500 },
  ));

it("A3: once all merges are undone, every row is byte for byte what it was", () =>
  fc.assert(
    fc.asyncProperty(steps("merge", "merge", "undo"), async (all) => {
      const followed = openFollowed();
      for (const id of ids) await followed.publish(id);
      const before = JSON.stringify([...followed.rows]);
      for (const step of all) await followed.take(step);
      for (const id of followed.merged()) await followed.undo(id);
      expect(JSON.stringify([...followed.rows])).toBe(before);
    }),
    { numRuns: 300 },
  ));
