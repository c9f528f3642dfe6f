import { jest } from "@jest/globals";
import { event } from "#shared/contract/contract.ts";
import { registerEvents } from "#shared/contract/events.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { closed } from "#shared/contract/schemas.ts";
import { type Fresh, type KeptAnswers, keepAnswers } from "./kept-answers.ts";
import { openTrial } from "./news.testing.ts";
import { followNews, type News } from "./news.ts";

registerEvents("harbours", { HarbourOpened: event(1, closed({})) });
registerEvents("ferries", { FerryLeft: event(1, closed({})) });

let trial: ReturnType<typeof openTrial>;
let news: News;
let kept: KeptAnswers;
let asked: number[];

beforeEach(() => {
  trial = openTrial();
  news = followNews(trial.tail);
  kept = keepAnswers(news);
  asked = [];
});
afterEach(() => news.stop());

const answer =
  (body = `answer ${asked.length + 1}`) =>
  async (after: number): Promise<Fresh> => {
    asked.push(after);
    return { body };
  };
const gladly = async () => {};
const get = (after?: number, ask = answer(), mayAsk = gladly) =>
  kept.get("harbours", ["harbours"], after, mayAsk, ask) as Promise<any>;

it("asks once while nothing changes", async () => {
  expect((await get()).body).toBe("answer 1");
  expect((await get()).body).toBe("answer 1");
  expect(asked).toHaveLength(1);
});

it("asks once when many want the same at the same moment", async () => {
  const all = await Promise.all(Array.from({ length: 50 }, () => get()));
  expect(new Set(all.map(({ body }) => body)).size).toBe(1);
  expect(asked).toHaveLength(1);
});

it("asks nothing for whoever may not ask; what is kept they get, and others wait for nothing of theirs", async () => {
  const no = async () => {
    throw new Error("too many");
  };
  const [refused, other] = await Promise.allSettled([get(0, answer(), no), get()]);
  expect(refused).toMatchObject({ status: "rejected", reason: { message: "too many" } });
  expect(other).toMatchObject({ value: { body: "answer 1" } });
  expect((await get(0, answer(), no)).body).toBe("answer 1");
  expect(asked).toHaveLength(1);
});

it("asks again once something has happened, and only in a service that it is made from", async () => {
  await get();
  await trial.happens("FerryLeft");
  await get();
  expect(asked).toHaveLength(1);
  await trial.happens("HarbourOpened");
  expect((await get()).body).toBe("answer 2");
  expect(asked).toEqual([0, 2]);
});

it("J5: gives nobody an answer older than what they have seen", async () => {
  await get();
  trial.unheard("HarbourOpened");
  expect((await get(1)).body).toBe("answer 2");
  expect(asked).toEqual([0, 1]);
});

it("asks once for all who claim to have seen more than there is", async () => {
  await trial.happens("HarbourOpened");
  for (const wild of [1_000_000, 2_000_000, Number.MAX_SAFE_INTEGER])
    expect((await get(wild)).body).toBe("answer 1");
  expect(asked).toEqual([1]);
});

it("J5: is kept from news by nobody who claims to have seen more than there is", async () => {
  await get(1_000_000);
  await trial.happens("HarbourOpened");
  expect((await get(undefined, answer("news"))).body).toBe("news");
});

it("J5: does not keep for later what was begun before a change", async () => {
  let finish = (_: Fresh) => {};
  const slow = get(undefined, () => new Promise<Fresh>((resolve) => (finish = resolve)));
  await trial.happens("HarbourOpened");
  finish({ body: "from before" });
  expect((await slow).body).toBe("from before");
  expect((await get(undefined, answer("from after"))).body).toBe("from after");
});

it("does not keep an answer that is behind, nor a refusal", async () => {
  await get(undefined, async () => ({ body: "old", behind: 1 }));
  await get(undefined, async () => ({ refusal: refuse("busy") }));
  expect((await get()).body).toBe("answer 1");
});

it("does not keep a failure", async () => {
  const failing = get(undefined, async () => {
    throw new Error("away");
  });
  await expect(failing).rejects.toThrow("away");
  expect((await get()).body).toBe("answer 1");
});

it("is a second old at most, since what is open follows from the clock", async () => {
  const now = Date.now();
  const clock = jest.spyOn(Date, "now").mockReturnValue(now);
  await get();
  clock.mockReturnValue(now + 999);
  await get();
  expect(asked).toHaveLength(1);
  clock.mockReturnValue(now + 1_001);
  await get();
  expect(asked).toHaveLength(2);
  clock.mockRestore();
});

it("has a tag that changes with the content and begins with the record's version", async () => {
  const tag = async (fresh: { body: string; version?: number }) =>
    ((await kept.get(fresh.body, [], 0, gladly, async () => fresh)) as any).etag;
  expect(await tag({ body: "a" })).not.toBe(await tag({ body: "b" }));
  expect(await tag({ body: "c", version: 12 })).toMatch(/^"12\.[A-Za-z0-9_-]{12}"$/);
});
