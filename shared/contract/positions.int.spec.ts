import { jest } from "@jest/globals";
import logService from "#services/log/log.service.ts";
import { nobody, type Principal } from "../access/principal.ts";
import { startNode, type TestNode } from "../testing/node.ts";
import { notes, notesService, poison } from "../testing/notes.ts";
import { type Answer, callAs } from "./call.ts";

jest.setTimeout(60_000);

const { actions } = notes;
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services: [logService, notesService] });
});
afterAll(() => node.stop());

const officer = (person: string): Principal => ({
  kind: "person",
  person,
  organisation: "office",
  roles: ["officer"],
});
const write = (id: string, text = "words") => node.as(nobody, actions.write, { id, text }) as Promise<any>;
const readAfter = (id: string, after: number) =>
  callAs(node.broker, actions.note, { id }, { who: nobody, after }) as Promise<Answer<any>>;

async function timed<T>(work: Promise<T>): Promise<{ answer: T; ms: number }> {
  const began = performance.now();
  const answer = await work;
  return { answer, ms: performance.now() - began };
}

describe("J5: whoever wrote reads what was written", () => {
  it("each time, at once after the command's answer", async () => {
    for (let n = 0; n < 20; n++) {
      const { position } = await write(`note-${n}`, `text ${n}`);
      expect(position).toBeGreaterThan(0);
      expect(await readAfter(`note-${n}`, position)).toEqual({
        reply: { text: `text ${n}`, version: position },
      });
    }
  });

  it("without waiting, when others wrote what this view does not hear", async () => {
    const { position } = await write("not-heard");
    await node.settled();
    // A refusal is an outcome too: the log moves on, the view does not.
    await write("not-heard");
    const { answer, ms } = await timed(readAfter("not-heard", position + 1));
    expect(answer.behind).toBeUndefined();
    expect(ms).toBeLessThan(1_500);
  });

  it("without waiting, for a number that the log has not reached: nobody can have seen it", async () => {
    const { answer, ms } = await timed(readAfter("not-heard", Number.MAX_SAFE_INTEGER));
    expect(answer.behind).toBeUndefined();
    expect(answer.reply).toMatchObject({ text: "words" });
    expect(ms).toBeLessThan(1_500);
  });
});

describe("J2: the same key gets the same outcome", () => {
  const key = "a-key-of-the-client";
  const answer = (id: string, text: string, who: Principal = nobody) =>
    node.answer(who, actions.write, { id, text }, key);

  it("when it was taken", async () => {
    const first = await answer("keyed", "words");
    expect(await answer("keyed", "words")).toEqual({ ...first, replayed: true });
  });

  it("when it was refused, also after what stood in its way has gone by", async () => {
    await write("refused");
    const first = await node.answer(
      nobody,
      actions.write,
      { id: "refused", text: "again" },
      "another-key-12345",
    );
    expect(first.reply).toEqual({ refused: "notes.written-already", params: {} });
    const head = node.kernel.tail.head();
    const again = await node.answer(
      nobody,
      actions.write,
      { id: "refused", text: "again" },
      "another-key-12345",
    );
    expect(again).toEqual({ ...first, replayed: true });
    expect(node.kernel.tail.head()).toBe(head);
  });

  it("but not another request, and not another person", async () => {
    expect((await answer("keyed", "other words")).reply).toEqual({ refused: "key-reused", params: {} });
    expect((await answer("keyed", "words", officer("leen"))).reply).toMatchObject({
      refused: "notes.written-already",
    });
  });
});

describe("I7: two officers look at one record", () => {
  const change = (who: string, version: number, text: string) =>
    node.as(officer(who), actions.change, { id: "shared", version, text }) as Promise<any>;

  it("and the second to decide is told that it has moved on, and to which version", async () => {
    const { position: seen } = await write("shared", "first");
    const { position: moved } = await change("leen", seen, "second");
    expect(await change("tom", seen, "third")).toEqual({ refused: "stale", params: { version: moved } });
    expect((await readAfter("shared", moved)).reply).toEqual({ text: "second", version: moved });
    expect(await change("tom", moved, "third")).toMatchObject({ id: "shared" });
  });

  it("and of ten at the same moment one is taken", async () => {
    await node.settled();
    const { version } = (await readAfter("shared", 0)).reply;
    const latest = (await change("probe", 0, "none")).params.version;
    expect(latest).toBeGreaterThanOrEqual(version);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => change(`officer-${n}`, latest, `text ${n}`)),
    );
    expect(outcomes.filter((outcome) => "id" in outcome)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.refused === "stale")).toHaveLength(9);
  });
});

describe("J5: a view that stands still", () => {
  it("lets its readers wait two seconds in all, and says how far behind it is", async () => {
    const { position } = await write(poison);
    const { answer, ms } = await timed(readAfter("not-heard", position));
    expect(answer).toMatchObject({ behind: 1, reply: { text: "words" } });
    expect(ms).toBeGreaterThan(1_900);
    // Two questions of one handler share their patience: each for itself would take four seconds.
    expect(ms).toBeLessThan(3_950);
  });

  it("answers at once whoever has not seen what it lacks", async () => {
    const { position } = await write("after-the-poison");
    const { answer, ms } = await timed(readAfter("not-heard", position - 2));
    expect(answer.behind).toBeUndefined();
    expect(ms).toBeLessThan(1_500);
  });
});
