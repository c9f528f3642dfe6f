import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, type Source, withoutComments } from "./sources.ts";

export type Texts = Map<string, string>;

const folder = join(root, "i18n");

export const languages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Every text of a language by `namespace:key`. */
export function textsOf(language: string): Texts {
  const texts: Texts = new Map();
  for (const file of readdirSync(join(folder, language)).filter((name) => name.endsWith(".json"))) {
    const namespace = file.slice(0, -".json".length);
    collect(texts, JSON.parse(readFileSync(join(folder, language, file), "utf8")), `${namespace}:`);
  }
  return texts;
}

function collect(texts: Texts, inside: Record<string, unknown>, path: string) {
  for (const [key, value] of Object.entries(inside)) {
    if (typeof value === "string") texts.set(path + key, value);
    else collect(texts, value as Record<string, unknown>, `${path}${key}.`);
  }
}

export const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, "");

/** Names between double braces, without their format. */
export const holesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{\{\s*-?\s*(\w+)/g)].map(([, name]) => name!)),
];

/** Keys that are asked for: literals of the code, templates in which a part is filled in, and texts inside texts. */
export type Asked = { exact: Set<string>; families: RegExp[]; anyGroup: boolean };

export function askedIn(sources: Source[], texts: Texts): Asked {
  const exact = new Set<string>();
  const templates = new Set<string>();
  for (const source of sources) {
    const text = withoutComments(source.text);
    for (const [, literal] of text.matchAll(/["'`]([a-z][\w-]*(?:[.:][\w-]+)*)["'`]/gi)) exact.add(literal!);
    for (const [, template] of text.matchAll(/`([\w:.${}()\s?"'=-]*\$\{[^`]*)`/g)) templates.add(template!);
  }
  for (const value of texts.values())
    for (const [, inner] of value.matchAll(/\$t\(([^)]+)\)/g)) templates.add(inner!);
  const anyGroup = [...templates].some((template) => /^\$\{\w+\}:\$\{\w+\}\.\$\{\w+\}$/.test(template));
  return { exact, families: [...templates].flatMap(familyOf), anyGroup };
}

/** A template with a fixed word before a dot or a colon; one without would be any key at all. */
function familyOf(template: string): RegExp[] {
  const fixed = template.replace(/\$\{[^}]*\}|\{\{[^}]*\}\}/g, "\0");
  if (!/[a-z][\w-]{2,}[.:]|\.[a-z][\w-]{2,}/i.test(fixed) || /\s/.test(fixed)) return [];
  const escaped = fixed.replace(/[.*+?^()|[\]\\$]/g, "\\$&").replaceAll("\0", "[\\w-]+");
  return [new RegExp(`^(?:[\\w-]+:)?${escaped}$`)];
}

export function isAsked(key: string, { exact, families, anyGroup }: Asked): boolean {
  const whole = withoutPlural(key);
  const own = whole.slice(whole.indexOf(":") + 1);
  // Where the group is filled in too, its name stands somewhere as a word.
  if (anyGroup && own.includes(".") && exact.has(own.slice(0, own.lastIndexOf(".")))) return true;
  return exact.has(whole) || exact.has(own) || families.some((family) => family.test(whole));
}
