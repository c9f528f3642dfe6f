import { startNode, type TestNode } from "../testing/node.ts";
import { database } from "./connect.ts";
import { storedModel } from "./model.ts";
import { putOnce } from "./put-once.ts";

type Stamp = { _id: string; by: string };

let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services: [] });
});
afterAll(() => node.stop());

const stamps = () =>
  storedModel<Stamp>(node.kernel.mongo, "stamps", { by: { type: String, required: true } }, []);
const stored = async () => {
  const rows = await database(node.kernel.mongo).collection<Stamp>("stamps").find({}).toArray();
  return Object.fromEntries(rows.map(({ _id, by }) => [_id, by]));
};

it("writes what is missing, leaves what is there, and says how many it wrote", async () => {
  expect(await putOnce(stamps(), [{ _id: "a", by: "one" }])).toBe(1);
  const both = [
    { _id: "a", by: "two" },
    { _id: "b", by: "two" },
  ];
  expect(await putOnce(stamps(), both)).toBe(1);
  expect(await stored()).toEqual({ a: "one", b: "two" });
});

it("writes each once for many who do the same at once, without an error", async () => {
  const all = Array.from({ length: 40 }, (_, n) => `same-${n}`);
  const counts = await Promise.all(
    ["one", "two", "three", "four", "five", "six"].map((by) =>
      putOnce(
        stamps(),
        all.map((_id) => ({ _id, by })),
      ),
    ),
  );
  expect(counts.reduce((sum, count) => sum + count)).toBe(all.length);
  expect(Object.keys(await stored()).filter((id) => id.startsWith("same-"))).toHaveLength(all.length);
});
