import { actorNames, organisationNames } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Recorded } from "#shared/log/commit.ts";

type Data = { company?: string; seats?: number; fromList?: boolean };

/** Says of each of these events who did it and when, and about which company. */
export async function tellerOf(ctx: CallContext, events: Recorded[]) {
  const companies = events.flatMap(({ data }) => (data as Data).company ?? []);
  const [who, names] = await Promise.all([actorNames(ctx, events), organisationNames(ctx, companies)]);
  return (event: Recorded) => {
    const { company, seats, fromList } = event.data as Data;
    return {
      id: event.id,
      event: event.type,
      at: event.at.toISOString(),
      // Who withdrew did not give these seats to anyone: the list did.
      ...(fromList ? { who: "" } : who(event)),
      ...(fromList && { fromList }),
      ...(company && { company: names[company] ?? company }),
      ...(seats !== undefined && { seats }),
    };
  };
}
