import { type Kind, kinds, type Search } from "./search.ts";

export const codesIn = (search: Search, kind: Kind): string[] => [
  ...new Set(search[kind]?.split(/\s+/).filter(Boolean)),
];

/** With these codes of a kind, and all else as it was. */
export function withCodes(search: Search, kind: Kind, codes: string[]): Search {
  const { [kind]: _before, ...others } = search;
  return codes.length ? { ...others, [kind]: codes.join(" ") } : others;
}

export function toggled(search: Search, kind: Kind, code: string): Search {
  const codes = codesIn(search, kind);
  return withCodes(
    search,
    kind,
    codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code],
  );
}

/** What is asked of the portal. */
export function askedBy(search: Search) {
  const chosen = kinds.map((kind) => [kind, codesIn(search, kind)] as const);
  return {
    ...Object.fromEntries(chosen.filter(([, codes]) => codes.length)),
    ...(search.find && { find: search.find }),
  } as { [K in Kind]?: string[] } & { find?: string };
}

export const chosenIn = (search: Search): number =>
  kinds.reduce((sum, kind) => sum + codesIn(search, kind).length, search.find ? 1 : 0);
