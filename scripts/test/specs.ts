import { globSync } from "node:fs";

export type Tier = "unit" | "int" | "e2e";
export type Specs = Record<Tier, string[]>;

const folders = "{bench,i18n,scripts,services,shared,tests}";

/** The spec files by tier, kept to those whose path holds one of the words. */
export function findSpecs(root: string, words: string[]): Specs {
  const all = globSync(`${folders}/**/*.spec.ts`, { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
  const stray = all.filter((file) => !tierOf(file));
  if (stray.length) {
    throw new Error(
      `A spec file ends in .unit.spec.ts, .int.spec.ts or .e2e.spec.ts; this does not: ${stray.join(", ")}`,
    );
  }
  const chosen = words.length ? all.filter((file) => words.some((word) => file.includes(word))) : all;
  const ofTier = (tier: Tier) => chosen.filter((file) => tierOf(file) === tier);
  return { unit: ofTier("unit"), int: ofTier("int"), e2e: ofTier("e2e") };
}

/** Those of the words that no spec's path holds, the web app's specs included. */
export function unknownWords(root: string, words: string[]): string[] {
  const all = globSync([`${folders}/**/*.spec.ts`, "web/{src,tests}/**/*.spec.{ts,tsx}"], { cwd: root });
  return words.filter((word) => !all.some((file) => file.replaceAll("\\", "/").includes(word)));
}

/** Through a browser, and mostly waiting for it: two at a time have a portal and a database each. */
export const isJourney = (file: string) => file.startsWith("tests/journeys/");

const tierOf = (file: string) => /\.(unit|int|e2e)\.spec\.ts$/.exec(file)?.[1];
