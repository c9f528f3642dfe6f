import { database, type Mongo } from "#shared/mongo/connect.ts";

/** In which collections one of these words stands, whole or in part of a text; each as `<collection>: <word>`. */
export async function wordsIn(mongo: Mongo, words: string[]): Promise<string[]> {
  const db = database(mongo);
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  const found: string[] = [];
  for (const name of names.sort()) {
    const text = JSON.stringify(await db.collection(name).find({}).toArray());
    found.push(...words.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`));
  }
  return found;
}
