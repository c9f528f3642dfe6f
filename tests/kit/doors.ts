import { contracts } from "#services/contracts.ts";
import type { Action } from "#shared/contract/contract.ts";
import { sampleOf } from "#shared/testing/sample.ts";

/** An action as it is reached over HTTP. */
export type Door = {
  action: Action;
  method: string;
  /** `/api/...` with `:names`. */
  path: string;
  pathNames: string[];
  /** What stands in the body, or for a query in the address. */
  schema: any;
};

/** Every action with a route, over all contracts. */
export const doors: Door[] = contracts
  .flatMap(({ actions }) => Object.values(actions) as Action[])
  .flatMap((action) => {
    if (!action.route) return [];
    const [method = "", path = ""] = action.route.split(" ");
    const pathNames = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
    const elsewhere = [...pathNames, ...(action.edits ? ["version"] : [])];
    return [{ action, method, path: `/api${path}`, pathNames, schema: without(action.input, elsewhere) }];
  });

function without(schema: any, names: string[]) {
  const keep = (name: string) => !names.includes(name);
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(schema.properties).filter(([name]) => keep(name))),
    required: (schema.required ?? []).filter(keep),
  };
}

/** The address, with samples for the names that `ids` does not give. */
export function addressOf(door: Door, ids: Record<string, string> = {}): string {
  const { properties } = door.action.input as any;
  return door.pathNames.reduce(
    (path, name) => path.replace(`:${name}`, encodeURIComponent(ids[name] ?? sampleOf(properties[name]))),
    door.path,
  );
}
