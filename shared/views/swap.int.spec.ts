import { setTimeout as sleep } from "node:timers/promises";
import { identity } from "#services/identity/identity.contract.ts";
import identityService from "#services/identity/identity.service.ts";
import { organisationRows as view } from "#services/identity/organisations/views/organisations.ts";
import logService from "#services/log/log.service.ts";
import { inRole } from "../access/principal.ts";
import { partsOf } from "../contract/serve.ts";
import { database } from "../mongo/connect.ts";
import { startNode, type TestNode } from "../testing/node.ts";
import { marksOf } from "./marks.ts";
import { finishSwap } from "./rebuild.ts";

const admin = inRole("admin", "admin-1", "office");
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services: [logService, identityService] });
});
afterAll(() => node.stop());

const admit = (id: string) =>
  node.as(admin, identity.actions.admitOrganisation, {
    id,
    kind: "company",
    name: id,
    country: "BE",
    size: "sme",
  });

it("J5: writes nothing into rows that a rebuild is about to replace", async () => {
  await admit("zandbank");
  await node.settled();
  const { mongo } = node.kernel;
  const rows = () => database(mongo).collection<{ _id: string }>(view.name).find({}).toArray();
  // A rebuild that has come as far as the view, just before it renames its rows.
  await database(mongo)
    .collection<{ _id: string }>(`${view.name}.next-1`)
    .insertMany(await rows());
  await marksOf(mongo).updateOne({ _id: view.name }, { $set: { swapping: `${view.name}.next-1` } });
  await admit("kielzog");
  await sleep(500);
  await finishSwap(node.kernel, view);
  await node.settled();
  expect((await rows()).map(({ _id }) => _id).sort()).toEqual(["kielzog", "zandbank"]);
});

it("J5: a rebuild mends rows that were wrong, for good: what was remembered of them is no longer used", async () => {
  const rows = database(node.kernel.mongo).collection<{ _id: string; name?: string }>(view.name);
  await rows.updateOne({ _id: "kielzog" }, { $set: { name: "wrong" } });
  await partsOf(node.broker, "identity")!.projector.rebuild(view.name);
  expect(await rows.findOne({ _id: "kielzog" })).toMatchObject({ name: "kielzog" });
  await admit("duinpoort");
  await node.settled();
  expect((await rows.find({}).toArray()).map(({ name }) => name).sort()).toEqual([
    "duinpoort",
    "kielzog",
    "zandbank",
  ]);
});

it("J5: leaves rows alone that another version of the code has built", async () => {
  const marks = marksOf(node.kernel.mongo);
  await marks.updateOne({ _id: view.name }, { $set: { version: view.version + 1 }, $inc: { generation: 1 } });
  await admit("bruinvis");
  await sleep(500);
  const rows = database(node.kernel.mongo).collection<{ _id: string }>(view.name);
  expect(await rows.findOne({ _id: "bruinvis" })).toBeNull();
});
