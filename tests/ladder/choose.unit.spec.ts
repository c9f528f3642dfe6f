import { describe, expect, test } from "@jest/globals";
import { choiceOf } from "../../scripts/ladder/choice.ts";
import { Advice } from "../../scripts/progress.mjs";
import { chooseServer, isToKeep, remarks } from "../../scripts/servers/choose.ts";
import type { Ladder, Rung } from "../../scripts/servers/rung.ts";

function rung(name: string, change: Partial<Rung> = {}): Rung {
  const server = { url: `test://${name}`, version: "1", stop: async () => {} };
  return {
    name,
    title: name,
    patience: 500,
    possible: async () => undefined,
    start: async () => server,
    ...change,
  };
}

const missing = (name: string) => rung(name, { possible: async () => `${name} is not on the PATH` });

function failing(name: string, why: string): Rung {
  const start = async () => {
    throw new Error(why);
  };
  return rung(name, { start });
}

const ladderOf = (...rungs: Rung[]): Ladder => ({
  kind: "MongoDB",
  forcedBy: "CAUSEWAY_MONGODB",
  givenBy: "MONGODB_URI",
  rungs,
  help: "Install a mongod.",
});

const free = { forced: undefined, last: undefined };
const choose = (ladder: Ladder, wish: { forced?: string; last?: string } = {}) =>
  chooseServer(ladder, { ...free, ...wish }, "/data", true);

describe("what a start takes", () => {
  const [a, b] = [rung("a"), rung("b")];
  const told = (wish: { forced?: string; last?: string }, serving: Rung[]) =>
    choiceOf(ladderOf(a, b), { ...free, ...wish }, serving);

  test("is told with the reason", () => {
    expect(told({}, [a, b])).toBe("MongoDB a: it is the first that serves");
    expect(told({ last: "b" }, [a, b])).toBe("MongoDB b: it served last time, and its data is there");
    expect(told({ last: "b" }, [a])).toBe("MongoDB a: it is the first that serves");
    expect(told({ forced: "b", last: "a" }, [a, b])).toBe("MongoDB b: CAUSEWAY_MONGODB asks for it");
    expect(told({ forced: "b" }, [a])).toBe("no MongoDB: nothing that it may take serves");
  });
});

describe("the order", () => {
  test("is from the top when nothing else is said", async () => {
    const { rung: chosen, tried } = await choose(ladderOf(rung("a"), rung("b")));
    expect([chosen.name, tried]).toEqual(["a", []]);
  });

  test("steps past what is missing and what fails, and keeps why", async () => {
    const choice = await choose(ladderOf(missing("a"), failing("b", "port in use"), rung("c")));
    expect(choice.rung.name).toBe("c");
    expect(choice.tried).toEqual([
      { name: "a", why: "a is not on the PATH" },
      { name: "b", why: "port in use" },
    ]);
  });

  test("ends where a rung says what its reader is to do: no other steps in for it", async () => {
    const start = async () => {
      throw new Advice("Make room on the disk.");
    };
    await expect(choose(ladderOf(rung("a", { start }), rung("b")))).rejects.toThrow("Make room on the disk.");
  });

  test("begins with the one that served last time: it has the data", async () => {
    expect((await choose(ladderOf(rung("a"), rung("b"), rung("c")), { last: "b" })).rung.name).toBe("b");
  });

  test("goes on from the top when last time's went away, and says where its data stays", async () => {
    const choice = await choose(ladderOf(rung("a"), missing("b")), { last: "b" });
    expect(choice.rung.name).toBe("a");
    expect(remarks(choice, "b", "/data")).toEqual([
      "b served last time and does not now: b is not on the PATH. Its data stays in /data/b.",
    ]);
  });

  test("has nothing to remark when last time's serves again", async () => {
    const choice = await choose(ladderOf(missing("a"), rung("b")), { last: "b" });
    expect(remarks(choice, "b", "/data")).toEqual([]);
  });

  test("comes back to the one whose data is there, not to the one that steps in for it", async () => {
    const last = { ...free, last: "b" };
    const kept = async (ladder: Ladder) => isToKeep(await chooseServer(ladder, last, "/data", true), last);
    expect(await kept(ladderOf(rung("a"), rung("b")))).toBe(true);
    expect(await kept(ladderOf(rung("a"), missing("b")))).toBe(false);
    expect(await kept(ladderOf(missing("a"), rung("c")))).toBe(true);
    const without = rung("c", { start: async () => ({ url: "", version: "", stop: async () => {} }) });
    expect(await kept(ladderOf(missing("a"), without))).toBe(false);
  });

  test("gives each rung a folder of its own", async () => {
    const folders: string[] = [];
    const start: Rung["start"] = async (dir) => {
      folders.push(dir);
      throw new Error("no");
    };
    await expect(choose(ladderOf(rung("a", { start }), rung("b", { start })))).rejects.toThrow();
    expect(folders).toEqual(["/data/a", "/data/b"]);
  });
});

describe("a forced rung", () => {
  test("is the only one tried, above last time's", async () => {
    const choice = await choose(ladderOf(rung("a"), rung("b"), rung("c")), { forced: "c", last: "b" });
    expect(choice.rung.name).toBe("c");
  });

  test("that cannot run is an error, not a reason to take another", async () => {
    await expect(choose(ladderOf(rung("a"), missing("b")), { forced: "b" })).rejects.toThrow(
      "CAUSEWAY_MONGODB=b, and that MongoDB does not serve.\n  - b: b is not on the PATH",
    );
  });

  test("that does not exist is answered with those that do", async () => {
    await expect(choose(ladderOf(rung("a"), rung("b")), { forced: "z" })).rejects.toThrow(
      "CAUSEWAY_MONGODB=z names no way to MongoDB. Choose one of: a, b.",
    );
  });

  test("by an address is told by the address's variable", async () => {
    await expect(
      choose(ladderOf(failing("given", "refused"), rung("b")), { forced: "given" }),
    ).rejects.toThrow("MONGODB_URI is set, and that MongoDB does not serve.\n  - given: refused");
  });
});

describe("when nothing serves", () => {
  test("the error names each thing tried, why it did not serve, and what to install", async () => {
    const ladder = ladderOf(missing("a"), failing("b", "ended at once (1): disk full"), missing("c"));
    await expect(choose(ladder)).rejects.toThrow(
      [
        "There is no MongoDB. Tried:",
        "  - a: a is not on the PATH",
        "  - b: ended at once (1): disk full",
        "  - c: c is not on the PATH",
        "Install a mongod.",
      ].join("\n"),
    );
  });
});

describe("a deadline", () => {
  const never = () => new Promise<never>(() => {});

  test("ends a start that heeds nothing, and the next rung has its turn", async () => {
    const choice = await choose(ladderOf(rung("a", { patience: 20, start: never }), rung("b")));
    expect(choice.rung.name).toBe("b");
    expect(choice.tried).toEqual([{ name: "a", why: "not ready within 0.02 s" }]);
  });

  test("is told to the rung as a signal", async () => {
    const start: Rung["start"] = (_dir, { signal }) =>
      new Promise((_, fail) => signal.addEventListener("abort", () => fail(new Error("gave up in time"))));
    const choice = await choose(ladderOf(rung("a", { patience: 20, start }), rung("b")));
    expect(choice.tried).toEqual([{ name: "a", why: "gave up in time" }]);
  });

  test("stops a server that comes after it", async () => {
    let stopped = () => {};
    const isStopped = new Promise<void>((done) => {
      stopped = done;
    });
    const late = { url: "test://late", version: "1", stop: async () => stopped() };
    const start: Rung["start"] = () => new Promise((done) => setTimeout(() => done(late), 1_100));
    expect((await choose(ladderOf(rung("a", { patience: 20, start }), rung("b")))).rung.name).toBe("b");
    await isStopped;
  });
});
