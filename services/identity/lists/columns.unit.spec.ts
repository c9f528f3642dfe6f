import { sampleOf } from "#shared/testing/sample.ts";
import { type ListName, listNames } from "./contract.ts";
import { lists } from "./lists.ts";
import { tableOf } from "./table.ts";

/** What a list answers and its file leaves out: what only pages need, and letters, for what is in them opens doors. */
const leftOut: Partial<Record<ListName, string[]>> = {
  registrations: ["undoUntil", "abilities", "version"],
  missions: ["online", "version"],
  entries: ["named", "abilities"],
  letters: ["content"],
  changes: ["refusedWith"],
};

const reader = { language: "nl", names: { "sample-id": "Sample" } };

function rowOf(list: ListName) {
  const { rows } = lists[list].action.output.properties;
  return { fields: Object.keys(rows.items.properties), row: sampleOf(rows.items) as object };
}

describe.each(listNames)("the file of %s", (list) => {
  it("I4: holds what the list shows, and what it leaves out is said here", () => {
    const { fields, row } = rowOf(list);
    const read = new Set<string>();
    const watched = new Proxy(row, {
      get(target, name: string) {
        read.add(name);
        return target[name as keyof typeof target];
      },
    });
    tableOf(list, lists[list], [watched], reader);
    expect(fields.filter((field) => !read.has(field))).toEqual(leftOut[list] ?? []);
  });

  it("I4: has a heading for each column and none twice, in every language, and says of moments that they are in UTC", () => {
    for (const language of ["nl", "en", "fr", "de"]) {
      const { row } = rowOf(list);
      const { headings, rows } = tableOf(list, lists[list], [row], { ...reader, language });
      expect(new Set(headings).size).toBe(headings.length);
      expect(headings.some((heading) => heading.startsWith("columns."))).toBe(false);
      rows[0]!.forEach((cell, n) => {
        if (cell instanceof Date) expect(headings[n]).toMatch(/\(UTC\)$/);
      });
    }
  });
});

it("I4: says in words which criteria are not met, and what they ask", () => {
  const { row } = rowOf("registrations");
  const failing = [
    { criterion: "members", verdict: "fail", datum: 3, needed: 15 },
    { criterion: "team", verdict: "fail", datum: 20, needed: 50 },
  ];
  const said = (language: string) =>
    lists.registrations.columns.failing!({ ...row, criteria: failing }, { ...reader, language });
  expect(said("en")).toBe("At least 15 members; A team of at least 0.5 full-time equivalents");
  expect(said("nl")).toMatch(/15.*; .*0,5/);
});
