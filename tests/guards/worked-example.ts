export type Change = { path: string; before: string; after: string };

/** The changes that a page asks for: each hunk of its diffs, for the file that was named last in front of it. */
export function changesIn(page: string): Change[] {
  const parts = page.matchAll(/`([\w./-]+\.\w+)`|```diff\n([\s\S]*?)```/g);
  const changes: Change[] = [];
  let path = "";
  for (const [, named, diff] of parts) {
    if (named) path = named;
    for (const hunk of diff?.split(/^@@.*@@.*\n/m).slice(1) ?? []) changes.push({ path, ...sidesOf(hunk) });
  }
  return changes;
}

function sidesOf(hunk: string): { before: string; after: string } {
  const lines = hunk.split("\n").slice(0, -1);
  const side = (sign: string) =>
    lines
      .filter((line) => !line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  return { before: side("+"), after: side("-") };
}

/** Applies them one after the other to the files that `read` gives, and says which do not apply. */
export function apply(changes: Change[], read: (path: string) => string): string[] {
  const files = new Map<string, string>();
  return changes.flatMap(({ path, before, after }) => {
    const text = files.get(path) ?? read(path);
    if (!before || text.split(before).length !== 2) return [`${path}:\n${before}`];
    files.set(
      path,
      text.replace(before, () => after),
    );
    return [];
  });
}
