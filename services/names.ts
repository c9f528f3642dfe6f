import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { identity } from "./identity/identity.contract.ts";

/** Says who did something, by name where the name is still known. An empty answer is the system itself. */
export async function actorNames(ctx: CallContext, events: Recorded[]): Promise<(event: Recorded) => string> {
  const people = [...new Set(events.flatMap(({ by }) => by.person ?? []))];
  const organisations = [...new Set(events.flatMap(({ by }) => by.organisation ?? []))];
  if (!people.length) return () => "";
  const { reply } = await callAs(
    ctx.broker,
    identity.actions.namesOf,
    { people, organisations },
    asSystem(ctx.service!.name),
    ctx,
  );
  if (isRefusal(reply)) return () => "";
  return ({ by }) =>
    [reply.people[by.person ?? ""], reply.organisations[by.organisation ?? ""]].filter(Boolean).join(", ");
}
