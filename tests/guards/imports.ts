import { type Import, importsOf, isSpec, type Source } from "./sources.ts";

/** What services share at the root of their folder. */
const joined = /^services\/[^/]+\.ts$/;
const serviceOf = (path: string) => /^services\/([^/]+)\//.exec(path)?.[1];

/** A service knows of another only what its contract says. A spec may start another, for there is no portal without. */
export function acrossServices({ path, ...source }: Source): string[] {
  const own = serviceOf(path);
  if (!own) return [];
  return importsOf({ path, ...source })
    .filter(({ target }) => target.startsWith("services/"))
    .filter(({ target }) => serviceOf(target) !== own && !joined.test(target))
    .filter(({ target }) => !/^services\/([^/]+)\/\1\.contract\.ts$/.test(target))
    .filter(({ target }) => !(isSpec(path) && target.endsWith(".service.ts")))
    .map(({ target }) => `${path} imports ${target}`);
}

/** The browser gets nothing of a contract but its types, and nothing of the server at all. */
export function intoTheBundle(source: Source): string[] {
  return importsOf(source)
    .filter(({ target }) => /(^|\/)(services|shared)\//.test(target))
    .filter(({ typeOnly }) => !typeOnly)
    .map(({ target }) => `${source.path} imports ${target} as more than types`);
}

const servers = ["mongoose", "mongodb", "moleculer", "fastify", "nats", "@fastify/", "jest-", "playwright"];

/** Rules are pure: no server comes in, whatever they import imports. Types weigh nothing. */
export function serversBehind(start: Source, find: (path: string) => Source | undefined): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const walk = (source: Source, way: string[]) => {
    if (seen.has(source.path)) return;
    seen.add(source.path);
    for (const { target, typeOnly } of importsOf(source)) {
      if (typeOnly) continue;
      const next = find(target);
      if (next) walk(next, [...way, next.path]);
      else if (isServer(target)) found.push(`${[...way, target].join(" → ")}`);
    }
  };
  walk(start, [start.path]);
  return found;
}

const isServer = (target: Import["target"]) =>
  servers.some(
    (server) =>
      target === server ||
      target.startsWith(`${server}/`) ||
      (server.endsWith("/") && target.startsWith(server)),
  );
