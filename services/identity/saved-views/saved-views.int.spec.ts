import { services } from "#services/all.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { identity } from "../identity.contract.ts";
import { savedViewsOf } from "./saved-views.ts";

const { actions } = identity;
const [leen, bo, an] = [
  inRole("officer", "leen", "office"),
  inRole("officer", "bob", "office"),
  inRole("admin", "an", "office"),
];
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services });
  const office = { id: "office", kind: "office", name: "The office", country: "BE", size: "none" } as const;
  await node.as(an, actions.admitOrganisation, office);
  await node.settled();
  for (const [id, name] of Object.entries({ leen: "Leen", bob: "Bob" })) {
    const own = { organisation: "office", roles: ["officer" as const], email: `${id}@office.example` };
    await node.as(an, actions.admitPerson, { id, name, language: "nl", ...own });
  }
  await node.settled();
});
beforeEach(() => savedViewsOf(node.kernel.mongo).deleteMany({}));
afterAll(() => node.stop());

const submitted = { list: "registrations", name: "Wacht", search: "state=submitted" } as const;
const save = async (who: Principal, view = {}): Promise<string> =>
  ((await node.as(who, actions.saveView, { ...submitted, ...view })) as { view: string }).view;
const seenBy = async (who: Principal, list = "registrations") =>
  ((await node.as(who, actions.savedViews, { list } as never)) as any).rows;

it("I6: a view is its own's until it is shared, and then everyone's who may see the list", async () => {
  const view = await save(leen);
  expect(await seenBy(leen)).toEqual([
    {
      ...{ view, name: "Wacht", search: "state=submitted", gone: [], shared: false, first: false },
      abilities: ["rename", "share", "remove"],
    },
  ]);
  expect(await seenBy(bo)).toEqual([]);
  await node.as(leen, actions.shareView, { view, shared: true });
  expect(await seenBy(bo)).toMatchObject([{ view, name: "Wacht", by: "Leen", abilities: [] }]);
  // An administrator does not see registrations, and so no view of them.
  expect(await seenBy(an)).toEqual([]);
  await node.as(leen, actions.shareView, { view, shared: false });
  expect(await seenBy(bo)).toEqual([]);
});

it("I6: nobody changes another's view, shared or not", async () => {
  const view = await save(leen);
  await node.as(leen, actions.shareView, { view, shared: true });
  const missing = { refused: "identity.no-such-view", params: {} };
  expect(await node.as(bo, actions.renameView, { view, name: "Mine" })).toEqual(missing);
  expect(await node.as(bo, actions.shareView, { view, shared: false })).toEqual(missing);
  expect(await node.as(bo, actions.removeView, { view })).toEqual(missing);
  expect(await seenBy(leen)).toMatchObject([{ name: "Wacht", shared: true }]);
});

it("I6: a list opens with one view, their own or a colleague's, until it is there no more", async () => {
  const [own, shared] = [await save(bo), await save(leen, { name: "Van Leen" })];
  await node.as(bo, actions.makeDefault, { view: own, first: true });
  const missing = { refused: "identity.no-such-view", params: {} };
  expect(await node.as(bo, actions.makeDefault, { view: shared, first: true })).toEqual(missing);
  await node.as(leen, actions.shareView, { view: shared, shared: true });
  await node.as(bo, actions.makeDefault, { view: shared, first: true });
  expect((await seenBy(bo)).filter(({ first }: any) => first)).toMatchObject([{ view: shared }]);
  expect((await seenBy(leen)).filter(({ first }: any) => first)).toEqual([]);
  await node.as(leen, actions.removeView, { view: shared });
  expect((await seenBy(bo)).filter(({ first }: any) => first)).toEqual([]);
});

it("I6: says which filters are gone, opens with what is left, and is whole again once it is saved anew", async () => {
  const view = await save(leen);
  const search = "state=submitted&colour=blue";
  const { mongo } = node.kernel;
  await savedViewsOf(mongo).updateOne({ _id: "leen" }, { $set: { "views.0.search": search } });
  expect(await seenBy(leen)).toMatchObject([{ view, search: "state=submitted", gone: ["colour"] }]);
  expect(await node.as(leen, actions.saveView, { ...submitted, search })).toEqual({
    refused: "identity.filter-unknown",
    params: {},
  });
  expect(await save(leen)).toBe(view);
  expect(await seenBy(leen)).toMatchObject([{ view, gone: [] }]);
});

it("I6: of many that are saved at once none is lost, and of one name there is one", async () => {
  const names = Array.from({ length: 12 }, (_, n) => `View ${n % 10}`);
  await Promise.all(names.map((name) => save(leen, { name })));
  const found = (await seenBy(leen)).map(({ name }: any) => name);
  expect(found.sort()).toEqual([...new Set(names)].sort());
});

it("I4: whoever looks at views of their own reads of nobody, and of a colleague's they do", async () => {
  const auditor = inRole("auditor", "tom", "office");
  const linesOf = async () => {
    const { rows }: any = await node.as(auditor, actions.reads, { person: "bob" });
    return rows.filter(({ action }: any) => action === "identity.savedViews").length;
  };
  const before = await linesOf();
  await save(bo);
  await seenBy(bo);
  expect(await linesOf()).toBe(before);
  const view = await save(leen);
  await node.as(leen, actions.shareView, { view, shared: true });
  await seenBy(bo);
  expect(await linesOf()).toBe(before + 1);
});

it("K7: they are erased with whose they are, and are among what is held about them", async () => {
  await save(leen);
  const { rows }: any = await node.as({ kind: "system", system: "identity" }, actions.held, {
    subject: "person/leen",
  });
  const held = rows.find(({ in: where }: any) => where === "identity.saved-views");
  expect(held.content.views).toMatchObject([submitted]);
});
