import { jest } from "@jest/globals";
import { openTrial } from "./news.testing.ts";
import { followNews } from "./news.ts";

it("tells each who wants to hear of what happens, in the order of their coming", async () => {
  const trial = openTrial();
  await trial.happens("BeforeIt");
  const news = followNews(trial.tail);
  const heard: string[] = [];
  news.each(({ _id }) => heard.push(`first ${_id}`));
  news.each(({ _id }) => heard.push(`second ${_id}`));
  await trial.happens("HarbourOpened");
  await trial.happens("FerryLeft");
  expect(heard).toEqual(["first 2", "second 2", "first 3", "second 3"]);
  expect(news.position()).toBe(3);
  await news.stop();
});

it("asks a log that cannot be read again after a while, and goes on where it was", async () => {
  const trial = openTrial();
  const news = followNews(trial.tail);
  const read = jest.spyOn(trial.tail, "after");
  const heard: number[] = [];
  news.each(({ _id }) => heard.push(_id));
  trial.away(true);
  await trial.happens("HarbourOpened");
  await new Promise((later) => setTimeout(later, 200));
  expect(read).toHaveBeenCalledTimes(1);
  trial.away(false);
  await new Promise((later) => setTimeout(later, 600));
  expect(heard).toEqual([1]);
  await news.stop();
});
