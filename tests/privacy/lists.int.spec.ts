import { services } from "#services/all.ts";
import { identity } from "#services/identity/identity.contract.ts";
import { type ListName, listNames } from "#services/identity/lists/contract.ts";
import { listActions } from "#services/identity/lists/list-actions.ts";
import { fileOf } from "#services/identity/lists/lists.testing.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { member, planOf } from "#services/missions/missions.testing.ts";
import { inRole } from "#shared/access/principal.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";

const { actions } = identity;
const [admin, officer, auditor] = [
  inRole("admin", "an", "office"),
  inRole("officer", "leen", "office"),
  inRole("auditor", "tom", "office"),
];
const count = 203;
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services });
  const company = { kind: "company" as const, country: "BE", size: "sme" as const };
  for (let n = 1; n <= count; n++) {
    const id = `company-${String(n).padStart(3, "0")}`;
    await node.as(admin, actions.admitOrganisation, {
      id,
      name: n === 7 ? "=1+1" : `Company ${n}`,
      ...company,
    });
  }
  await node.as(officer, missions.actions.planMission, { id: "ceara", ...planOf({ capacity: 2 }) });
  await node.settled();
  for (const one of ["company-001", "company-002", "company-003"])
    await node.as(member(one), missions.actions.claim, { mission: "ceara", company: one, seats: 1 });
  await node.settled();
}, 120_000);
afterAll(() => node.stop());

const ask = (who: Parameters<TestNode["as"]>[0], list: ListName, search = "") =>
  node.as(who, actions.listAsFile, { list, format: "csv", language: "en", ...(search && { search }) });

it("I4: takes all pages of a list along, with headings in the reader's language and no formula", async () => {
  const { name, lines, csv, rows, next } = await fileOf(node, officer, {
    list: "organisations",
    language: "nl",
  });
  expect({ rows, next }).toEqual({ rows: count, next: undefined });
  expect(name).toMatch(/^organisaties-\d{4}-\d\d-\d\d\.csv$/);
  expect(csv.startsWith("\uFEFF")).toBe(true);
  expect(lines[0]).toBe(
    "Kenmerk,Naam,Soort,Land,Landcode (ISO 3166),Regio (code),Grootte,Heeft een verantwoordelijke",
  );
  expect(lines).toContain("company-007,'=1+1,bedrijf,België,BE,,kmo,nee");
  expect(lines).toHaveLength(count + 2);
});

it("I4: takes the filters of the page along, also those that the page applies itself", async () => {
  const waiting = await fileOf(node, officer, { list: "entries", search: "mission=ceara&state=waiting" });
  expect(waiting.lines[1]).toMatch(/^company-003,Company 3,on the waiting list,1,1,1,1,0,0,\d{4}-.*Z$/);
  expect(waiting.rows).toBe(1);
  const named = await fileOf(node, officer, {
    list: "organisations",
    search: "name=company%2020&unled=true",
  });
  expect(named.lines.slice(1, -1).map((line) => line.split(",")[1])).toEqual([
    ...["Company 20", "Company 200", "Company 201", "Company 202", "Company 203"],
  ]);
});

it("I4: refuses a filter that the list does not have, or one that is missing", async () => {
  const unknown = { refused: "identity.filter-unknown", params: {} };
  for (const [list, search] of [
    ["organisations", "state=open"],
    ["registrations", "state=lost"],
    ["registrations", "limit=1"],
    ["letters", "__proto__=x"],
    ["entries", ""],
  ] as const)
    expect([list, search, await ask(officer, list, search)]).toEqual([list, search, unknown]);
  expect(
    await node.as(auditor, actions.listAsFile, {
      ...{ list: "changes", format: "csv", language: "en", after: "not-a-number" },
    }),
  ).toEqual(unknown);
});

it("I4: gives nobody a row more than the list itself does", async () => {
  const visitors = {
    admin,
    officer,
    auditor,
    member: member("company-001"),
    nobody: { kind: "nobody" } as const,
  };
  for (const [who, principal] of Object.entries(visitors))
    for (const list of listNames) {
      const search = list === "entries" ? "mission=ceara" : "";
      const file: any = await ask(principal, list, search);
      const shown: any = await node.as(
        principal,
        listActions[list],
        (search ? { mission: "ceara" } : {}) as never,
      );
      // What is everyone's is taken along by who is signed in.
      const refused = who === "nobody" ? "unauthenticated" : shown.refused;
      expect({ who, list, refused: file.refused }).toEqual({ who, list, refused });
    }
});

it("I4: asks staff for a fresh second factor where there are people in a list, and only there", async () => {
  const old = inRole("auditor", "tom", "office", Date.now() - 60 * 60_000);
  expect(await ask(old, "people")).toEqual({ refused: "step-up-required", params: {} });
  expect(await ask(old, "changes")).toEqual({ refused: "step-up-required", params: {} });
  expect(await ask(old, "missions")).toMatchObject({ rows: 1 });
});

it("I4: writes down who took which list along, by which filters and how long it was, but not whom they looked for", async () => {
  await ask(admin, "people", "find=Somebody");
  await ask(officer, "entries", "mission=ceara&state=confirmed");
  const { rows }: any = await node.as(auditor, actions.reads, {});
  const lines = rows.filter(({ action }: any) => action === "identity.listAsFile");
  expect(lines[1]).toMatchObject({ person: "an", record: "lists/people", filters: ["find"], rows: 0 });
  expect(lines[0]).toMatchObject({
    ...{ person: "leen", record: "lists/entries", rows: 2 },
    filters: ["mission=ceara", "state=confirmed"],
  });
  expect(JSON.stringify(rows)).not.toContain("Somebody");
});

it("I4: goes on in a next file where one has no room for more", async () => {
  const long = "x".repeat(190);
  const company = { kind: "company" as const, country: "BE", size: "sme" as const };
  const plenty = Array.from({ length: 2_000 }, (_, n) => `many-${String(n).padStart(4, "0")}`);
  for (let from = 0; from < plenty.length; from += 100)
    await Promise.all(
      plenty
        .slice(from, from + 100)
        .map((id) => node.as(admin, actions.admitOrganisation, { id, name: `${id} ${long}`, ...company })),
    );
  await node.settled();
  const ids: string[] = [];
  let files = 0;
  for (let after: string | undefined = ""; after !== undefined; files++) {
    const file = await fileOf(node, officer, { list: "organisations", ...(after && { after }) });
    expect(file.bytes.length).toBeLessThan(750_000);
    expect(file.lines).toHaveLength(file.rows + 2);
    ids.push(...file.lines.slice(1, -1).map((line) => line.split(",")[0]!));
    after = file.next;
  }
  expect(files).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(count + plenty.length);
}, 120_000);
