import type { Source } from "./sources.ts";

const title = /["'`]([A-K]\d{1,2}): \S/g;
const row = /^\| ([A-K]\d{1,2}) \| ([^|]*) \| ([^|]*) \|[^|]*\|$/;

/** docs/features.md with the specs of each row, as their titles say, and the count of states. The rest is by hand. */
export function withTests(text: string, specs: Source[]): string {
  const states: string[] = [];
  const lines = text.split("\n").map((line) => {
    const [, id, what, state] = row.exec(line) ?? [];
    if (id === undefined) return line;
    states.push(/^(\*\*done\*\*|\*\*partly\*\*|not yet)/.exec(state!)?.[1] ?? "");
    return `| ${id} | ${what} | ${state} | ${specsOf(id, specs).map(linkTo).join("<br>")} |`;
  });
  const count = (word: string) => states.filter((state) => state === word).length;
  const now = `Now: ${count("**done**")} done, ${count("**partly**")} partly, ${count("not yet")} not yet.`;
  return lines.join("\n").replace(/^Now: .*$/m, now);
}

const specsOf = (id: string, specs: Source[]): string[] =>
  specs.filter(({ text }) => [...text.matchAll(title)].some(([, own]) => own === id)).map(({ path }) => path);

const linkTo = (path: string) => `[${path.slice(path.lastIndexOf("/") + 1)}](../${path})`;
