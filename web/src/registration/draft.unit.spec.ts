import { begin, type Own, refuse, refusedNow, restore, saved, toKeep, unsaved, write } from "./draft.ts";

const own = (answers: object) => ({ answers, version: 1 }) as unknown as Own;

describe("A1: a form that was left with something unsaved", () => {
  const typed = write(begin(own({ name: "Old", legalForm: "Association" })), "name", "New");

  it("A1: keeps only what the server does not have", () => {
    expect(toKeep(typed)).toEqual({ name: { value: "New", over: "Old" } });
  });

  it("A1: is as it was left, and sends it", () => {
    const again = restore(begin(own({ name: "Old", legalForm: "Foundation" })), toKeep(typed));
    expect(again.typed).toMatchObject({ name: "New", legalForm: "Foundation" });
    expect(unsaved(again).changes).toEqual({ name: "New" });
  });

  it("A1: does not write over what someone else answered meanwhile, now or after one more reload", () => {
    const server = begin(own({ name: "Of another" }));
    const again = restore(server, toKeep(typed));
    expect(again.clash).toEqual(["name"]);
    expect(unsaved(again).changes).toEqual({});
    expect(restore(server, toKeep(again)).clash).toEqual(["name"]);
  });
});

it("A1: an answer that was refused is tried anew once the country is another, and until then is not", () => {
  const french = write(begin(own({ country: "FR" })), "vatNumber", "DE999400118");
  const refused = refuse(french, { vatNumber: () => "not of this country" });
  expect(unsaved(refused).changes).toEqual({});
  const german = write(refused, "country", "DE");
  const part = unsaved(german);
  expect(part.changes).toEqual({ country: "DE" });
  const moved = saved(german, part, 2);
  expect(refusedNow(moved)).toEqual([]);
  expect(unsaved(moved).changes).toEqual({ vatNumber: "DE999400118" });
});
