/** Fewer guesses than a hundred million (below zxcvbn's third step): beside a second factor, and with tries that are counted. */
const least = 3;
/** What follows takes no less to guess, and long texts take long to look at. */
const looked = 100;

const open = async () => {
  const [{ ZxcvbnFactory }, common, en] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  const dictionary = { ...common.dictionary, ...en.dictionary };
  return new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs });
};

/** Its lists take 40 MB, so only a process in which somebody chooses a password has them. */
let opened: ReturnType<typeof open> | undefined;

/** Whether it is among the common ones, or what is left without the words that a stranger knows of this person. */
export async function isEasilyGuessed(password: string, ownWords: string[]): Promise<boolean> {
  opened ??= open();
  const left = ownWords.reduce(
    (text, word) => text.replaceAll(word.toLowerCase(), " "),
    password.slice(0, looked).toLowerCase(),
  );
  return (await opened).check(left).score < least;
}
