import type { RouteName } from "./api.ts";
import type { Session } from "./session.ts";

/** Whether the reader may do that with it now, as the portal said when it sent it. */
export const may = <A extends string>(
  record: { abilities: A[] } | null | undefined,
  ability: NoInfer<A>,
): boolean => record?.abilities.includes(ability) ?? false;

/** Whether the reader may take that route to anything, or to what is theirs: for ways in, before there is a record. */
export const mayTake = (session: Session | undefined, route: RouteName): boolean => may(session, route);
