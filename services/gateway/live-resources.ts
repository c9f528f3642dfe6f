import { contracts } from "#services/contracts.ts";
import type { Action } from "#shared/contract/contract.ts";
import { serviceOf } from "#shared/contract/events.ts";
import type { Commit } from "#shared/log/commit.ts";
import { asText, pathNamesOf, schemaOf } from "./schemas.ts";

/** What an open page follows: something that it got by a GET. */
export type Resource = {
  url: string;
  action: Action;
  input: object;
  services: string[];
  record: string | undefined;
};

const queries = contracts.flatMap(({ name: service, actions }) =>
  (Object.entries(actions) as [string, Action][])
    .filter(([, { kind, route }]) => kind === "query" && route)
    .map(([name, action]) => {
      const { params, querystring } = schemaOf(service, name, action) as any;
      const read = { path: params && asText(params), query: asText(querystring) };
      return { service, action, pattern: patternOf(action.route!), names: pathNamesOf(action.route!), read };
    }),
);

function patternOf(route: string): RegExp {
  const path = route.slice(route.indexOf(" ") + 1).replace(/:\w+/g, "([a-z0-9-]+)");
  return new RegExp(`^/api${path}$`);
}

/** As the route reads it: text becomes a number where one is asked. None where the route would not take it. */
export function resourceOf(url: string): Resource | undefined {
  const [path = "", search = ""] = url.split("?");
  for (const { service, action, pattern, names, read } of queries) {
    const match = pattern.exec(path);
    if (!match) continue;
    const inPath = Object.fromEntries(names.map((name, n) => [name, match[n + 1]]));
    const query = Object.fromEntries(new URLSearchParams(search));
    if (read.path?.(inPath) === false || !read.query(query)) continue;
    return {
      url,
      action,
      input: { ...query, ...inPath },
      services: action.sameForAll ?? [service],
      record: names.length ? match[1] : undefined,
    };
  }
  return undefined;
}

/** Streams are named after their record, so a page about one record hears only of that one. */
export function touches(commit: Commit, { services, record }: Resource): boolean {
  return commit.entries.some(
    ({ stream, outcomes }) =>
      (record === undefined || stream.endsWith(`/${record}`)) &&
      outcomes.some(({ events }) => events.some(({ type }) => services.includes(serviceOf(type) ?? ""))),
  );
}
