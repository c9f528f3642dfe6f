import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import type { Output } from "#shared/contract/contract.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { identity } from "./identity/identity.contract.ts";

/** Says who did something, by name where the name is still known. An empty answer is the system itself. */
export async function actorNames(ctx: CallContext, events: Recorded[]): Promise<(event: Recorded) => string> {
  const people = events.flatMap(({ by }) => by.person ?? []);
  const organisations = events.flatMap(({ by }) => by.organisation ?? []);
  const names = await namesOf(ctx, people, organisations);
  return ({ by }) =>
    [names.people[by.person ?? ""], names.organisations[by.organisation ?? ""]].filter(Boolean).join(", ");
}

export async function organisationNames(ctx: CallContext, ids: string[]): Promise<Record<string, string>> {
  return (await namesOf(ctx, [], ids)).organisations;
}

type Names = Output<typeof identity.actions.namesOf>;

/** Who may see a list may see the names in it, so the service asks in its own name. */
async function namesOf(ctx: CallContext, people: string[], organisations: string[]): Promise<Names> {
  const unknown: Names = { people: {}, organisations: {} };
  if (!people.length && !organisations.length) return unknown;
  const wanted = { people: [...new Set(people)], organisations: [...new Set(organisations)] };
  const own = asSystem(ctx.service!.name);
  const { reply } = await callAs(ctx.broker, identity.actions.namesOf, wanted, own, ctx);
  return isRefusal(reply) ? unknown : reply;
}
