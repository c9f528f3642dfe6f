import type { Static } from "typebox";
import type { CallContext } from "#shared/contract/call.ts";
import { tell } from "#shared/contract/execute.ts";
import { rowOf } from "../people/own.ts";
import { credentials } from "./changes.ts";
import type { CredentialChange } from "./contract.ts";

/** Whoever comes by a link of their own is nobody yet, and yet it is they who do it. */
export async function sayChanged(
  ctx: CallContext,
  person: string,
  what: Static<ReturnType<typeof CredentialChange>>,
): Promise<void> {
  const { who } = ctx.meta;
  const [first] = who.kind === "person" ? [] : ((await rowOf(ctx, person))?.memberships ?? []);
  const by = first ? ({ kind: "person", person, ...first } as const) : who;
  await tell(ctx, credentials, person, { type: "CredentialsChanged", data: { what } }, by);
}
