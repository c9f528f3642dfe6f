/** Whatever capitals and accents they are written with, all words of the query stand in it. */
export function matches(query: string, ...words: string[]): boolean {
  const plain = plainOf(words.join(" "));
  return plainOf(query)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

const plainOf = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
