import { isEasilyGuessed } from "./strength.ts";

const words = ["Leen", "Getijkracht"];

it("knows common passwords, patterns, and what is left of one without the words of its owner", async () => {
  const easy = ["password123", "qwertyuiop12", "LeenGetijkracht1", "iloveyou1234", "aaaaaaaaaaaaaaaa"];
  const hard = ["tidal-cello-orbit-fern", "Xw7!pQz9-vLk2", "een paard rijdt langs de schelde"];
  const answers = await Promise.all([...easy, ...hard].map((password) => isEasilyGuessed(password, words)));
  expect(answers).toEqual([...easy.map(() => true), ...hard.map(() => false)]);
});
