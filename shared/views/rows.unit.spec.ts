import Type from "typebox";
import { closed } from "../contract/schemas.ts";
import { openRows } from "./rows.ts";
import { view } from "./view.ts";

const harbours = view<{ type: "HarbourOpened"; data: object }>()({
  name: "trial.harbours",
  version: 1,
  row: closed({ name: Type.String(), berths: Type.Integer(), note: Type.Optional(Type.String()) }),
  on: {},
});

function opened() {
  const batch = openRows(harbours, () => {
    throw new Error("Nothing is to be read here.");
  });
  const put = (row: { name: string; berths: number; note?: string }) => batch.rows.put("ostend", row);
  return { ...batch, put };
}

it("takes a row that it does not know for a new one", () => {
  const { put, changes } = opened();
  put({ name: "Ostend", berths: 3 });
  expect(changes()).toEqual([{ insertOne: { document: { _id: "ostend", name: "Ostend", berths: 3 } } }]);
});

it("takes a row that it removed itself for a new one", () => {
  const { rows, put, changes, keep } = opened();
  put({ name: "Ostend", berths: 3 });
  keep();
  rows.remove("ostend");
  keep();
  put({ name: "Ostend", berths: 4 });
  expect(changes()).toMatchObject([{ insertOne: { document: { berths: 4 } } }]);
});

it("writes a row that it knows in place of the old one", () => {
  const { put, changes, keep } = opened();
  put({ name: "Ostend", berths: 3, note: "deep" });
  keep();
  put({ name: "Ostend", berths: 4 });
  const replacement = { name: "Ostend", berths: 4 };
  expect(changes()).toEqual([{ replaceOne: { filter: { _id: "ostend" }, replacement, upsert: true } }]);
});

it("knows nothing of rows any more when what was written is void", () => {
  const { put, changes, keep, forget } = opened();
  put({ name: "Ostend", berths: 3 });
  keep();
  forget();
  put({ name: "Ostend", berths: 4 });
  expect(changes()).toMatchObject([{ insertOne: { document: { berths: 4 } } }]);
});

it("removes a row by its id", () => {
  const { rows, changes, keep, put } = opened();
  put({ name: "Ostend", berths: 3 });
  keep();
  rows.remove("ostend");
  expect(changes()).toEqual([{ deleteOne: { filter: { _id: "ostend" } } }]);
});
