type Found = { _id: string };
type Asking<T> = { done: (found: T | undefined) => void; fail: (error: unknown) => void };

/**
 * Looks up by id, all that are asked for in one turn of the event loop by one question.
 * For what every request needs: each question costs the process more than its answer costs whoever gives it.
 */
export function gather<T extends Found>(find: (ids: string[]) => Promise<T[]>) {
  let asked = new Map<string, Asking<T>[]>();

  async function look() {
    const now = asked;
    asked = new Map();
    try {
      const found = new Map((await find([...now.keys()])).map((one) => [one._id, one]));
      for (const [id, all] of now) for (const { done } of all) done(found.get(id));
    } catch (error) {
      for (const { fail } of [...now.values()].flat()) fail(error);
    }
  }

  return (id: string): Promise<T | undefined> =>
    new Promise((done, fail) => {
      if (!asked.size) setImmediate(look);
      const others = asked.get(id);
      if (others) others.push({ done, fail });
      else asked.set(id, [{ done, fail }]);
    });
}
