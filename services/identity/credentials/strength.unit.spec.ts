import { Worker } from "node:worker_threads";
import { jest } from "@jest/globals";
import { isEasilyGuessed } from "./strength.ts";

const words = ["Leen", "Getijkracht"];
const hard = ["tidal-cello-orbit-fern", "Xw7!pQz9-vLk2", "een paard rijdt langs de schelde"];
/** Takes longer to look at than most. */
const slow = "4@8(3$50!1|7+".repeat(7);

const ask = (password: string, person = password, notAfter = Date.now() + 60_000) => {
  const call: any = { meta: { notAfter }, action: { name: "identity.setPassword" } };
  return isEasilyGuessed(call, person, password, words).catch((error) => error.type);
};

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

it("knows common passwords, patterns, and what is left of one without the words of its owner", async () => {
  const easy = ["password123", "qwertyuiop12", "LeenGetijkracht1", "iloveyou1234", "aaaaaaaaaaaaaaaa"];
  const read = ["p@$$w0rd1234", `${"leen".repeat(20)}password123`];
  const answers = await Promise.all([...easy, ...hard].map((password) => ask(password)));
  expect(answers).toEqual([...easy.map(() => true), ...hard.map(() => false)]);
  expect(await Promise.all(read.map((password) => ask(password)))).toEqual([true, true]);
});

it("lets nobody have more than two places, so that others are answered in time beside whoever asks sixty times", async () => {
  const many = Array.from({ length: 60 }, (_, n) => ask(`${n}${slow}`, "tom"));
  const began = performance.now();
  expect(await ask(hard[0]!, "leen")).toBe(false);
  expect(performance.now() - began).toBeLessThan(4_500);
  expect((await Promise.all(many)).filter((one) => one === "crowded")).toHaveLength(58);
  expect(await ask(hard[0]!, "tom")).toBe(false);
});

it("says no at once to more persons than there are places", async () => {
  const many = await Promise.all(Array.from({ length: 30 }, (_, n) => ask(hard[0]!, `somebody-${n}`)));
  expect(many.slice(0, 10)).toEqual(Array(10).fill(false));
  expect(many.slice(11)).toEqual(Array(19).fill("crowded"));
});

it("looks at nothing for who has given up by the time it is their turn", async () => {
  const first = ask(slow, "tom");
  const asked = jest.spyOn(Worker.prototype, "postMessage");
  expect(await ask(hard[0]!, "leen", Date.now() - 1)).toBe("late");
  await first;
  // For the first.
  expect(asked).toHaveBeenCalledTimes(1);
});

it("asks another thread from the moment its own is let go", async () => {
  jest.useFakeTimers({ doNotFake: ["nextTick", "queueMicrotask", "setImmediate", "performance", "Date"] });
  // Ends the one that counts real time, so that the next counts ours.
  await endUnder(hard[0]!);
  const ended = jest.spyOn(Worker.prototype, "terminate");
  jest.advanceTimersByTime(30_000);
  expect(ended).toHaveBeenCalledTimes(1);
  expect(await ask(hard[1]!)).toBe(false);
});

it("asks once more when its thread ends under the question", async () => {
  expect(await endUnder(hard[2]!)).toBe(false);
});

function endUnder(password: string) {
  jest.spyOn(Worker.prototype, "postMessage").mockImplementationOnce(function (this: Worker) {
    void this.terminate();
  });
  return ask(password);
}
