import type { Principal } from "#shared/access/principal.ts";
import type { TestNode } from "#shared/testing/node.ts";
import { identity } from "../identity.contract.ts";

const gateway: Principal = { kind: "system", system: "gateway" };

/** Whose session it is, as the gateway asks; nobody's when it has ended. */
export async function holderOf(node: TestNode, sessionHash: string, unused = false) {
  const asked = { sessionHashes: [sessionHash], unused };
  const { rows } = (await node.as(gateway, identity.actions.principalsOf, asked)) as { rows: object[] };
  const { sessionHash: _, ...who } = (rows[0] ?? {}) as Record<string, unknown>;
  return rows[0] ? who : "nobody";
}
