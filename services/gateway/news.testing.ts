import type { Commit } from "#shared/log/commit.ts";
import type { Tail } from "#shared/log/tail.ts";

const commitOf = (_id: number, type: string): Commit => ({
  _id,
  at: new Date(),
  keys: [],
  hash: "",
  entries: [
    {
      ...{ stream: "harbour/a", after: 0 },
      outcomes: [
        { key: "k", hash: "h", command: "c", by: {}, reply: {}, events: [{ type, version: 1, data: {} }] },
      ],
    },
  ],
});

/** The end of a log that a test writes by hand. */
export function openTrial() {
  let commits: Commit[] = [];
  let wake = () => {};
  /** How far the tail has been told of. */
  let told = 0;
  let isAway = false;
  const tail = {
    head: () => told,
    async catchUp() {
      told = commits.length;
    },
    async after(position: number) {
      if (isAway) throw new Error("away");
      return commits.filter(({ _id }) => _id > position && _id <= told);
    },
    recent: (position: number) => (position > told ? undefined : commits.slice(position, told)),
    async moved(position: number) {
      if (tail.head() <= position) await new Promise<void>((resolve) => (wake = resolve));
    },
    wake: () => wake(),
  } as unknown as Tail;
  return {
    tail,
    /** From now on the log cannot be read, or can be read again. */
    away(is: boolean) {
      isAway = is;
    },
    /** A commit of another process, of which nobody has told yet. */
    unheard(type: string) {
      commits = [...commits, commitOf(commits.length + 1, type)];
    },
    async happens(type: string) {
      commits = [...commits, commitOf(commits.length + 1, type)];
      told = commits.length;
      wake();
      await new Promise(setImmediate);
    },
  };
}
