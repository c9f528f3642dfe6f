import { gather } from "./gather.ts";

it("asks once for all ids of a turn, and gives each its own", async () => {
  const queries: string[][] = [];
  const find = gather(async (ids) => {
    queries.push(ids);
    return ids.filter((id) => id !== "missing").map((_id) => ({ _id, name: `name of ${_id}` }));
  });
  const found = await Promise.all([find("a"), find("b"), find("a"), find("missing")]);
  expect(found.map((one) => one?.name)).toEqual(["name of a", "name of b", "name of a", undefined]);
  await find("c");
  expect(queries).toEqual([["a", "b", "missing"], ["c"]]);
});

it("fails all who asked when the query fails, and asks anew afterwards", async () => {
  let broken = true;
  const find = gather(async (ids) => {
    if (broken) throw new Error("away");
    return ids.map((_id) => ({ _id }));
  });
  const first = await Promise.allSettled([find("a"), find("b")]);
  expect(first.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  broken = false;
  expect(await find("a")).toEqual({ _id: "a" });
});
