/** As it is compared: without capitals and accents. "ß" is "ss", and half a width is whole. */
export const plain = (text: string): string =>
  text.normalize("NFKD").replace(accents, "").normalize("NFC").toUpperCase().toLowerCase();

/** Of letters alone: the signs of other scripts, which stand for vowels, are no accents. */
const accents = /[\u0300-\u036f]/g;

/** Its words, each once. Where words are written without spaces between them, Unicode's dictionaries part them. */
export const wordsOf = (text: string): string[] => [
  ...new Set((plain(text).match(runs) ?? []).flatMap((run) => (unspaced.test(run) ? parted(run) : [run]))),
];

/** The words of a text as one can look for them: with a space on both sides of each. */
export const asSought = (text: string): string => ` ${wordsOf(text).join(" ")} `;

/** Of fewer letters too many words begin with it. */
const shortestBeginning = 3;

/** A longer word may also be the beginning of one: "wasser" finds "Wasserstoffring". */
export const hasWords = (sought: string, words: string[]): boolean =>
  words
    .map((word) => ([...word].length < shortestBeginning ? ` ${word} ` : ` ${word}`))
    .every((word) => sought.includes(word));

const runs = /[\p{L}\p{M}\p{N}]+/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const dictionary = new Intl.Segmenter("ja", { granularity: "word" });
const parted = (run: string): string[] => [...dictionary.segment(run)].map(({ segment }) => segment);
