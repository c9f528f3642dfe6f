import type { Rows } from "#shared/views/view.ts";
import { confirmed, held, waitlisted } from "../seats.testing.ts";
import { entryRows } from "./entries.ts";
import { holdRows } from "./holds.ts";

const rush = [
  ["a confirmed sign-up", entryRows, confirmed("zandbank")],
  ["a place on the list", entryRows, waitlisted("zandbank")],
  ["a hold", holdRows, held("zandbank")],
] as const;

it.each(rush)(
  "C8: %s is written without looking up a row, for thousands come in a moment",
  async (_name, view, event) => {
    const put: string[] = [];
    const rows: Rows<any> = {
      get: (id) => Promise.reject(new Error(`${id} was looked up`)),
      put: (id) => put.push(id),
      remove: () => {},
    };
    const recorded = {
      ...{ ...event, id: "event", stream: "seats/ceara", position: 7, index: 0 },
      ...{ at: new Date("2026-11-23T09:00:00Z") },
    };
    await view.on[event.type]?.(recorded, rows);
    expect(put).toEqual(["ceara/zandbank"]);
  },
);
