import { createHash } from "node:crypto";
import type { ServiceBroker } from "moleculer";
import { inRole, type Principal, type Role } from "#shared/access/principal.ts";
import { callAs } from "#shared/contract/call.ts";
import type { Action, Input, Reply } from "#shared/contract/contract.ts";
import { isRefusal } from "#shared/contract/refusals.ts";

type Accepted<A extends Action<any, any, any, any>> = Exclude<Reply<A>, { refused: string }>;

/**
 * Where the demo set is handed in, by commands like everyone's. `step` is `<file>/<id>/<step>`: the same data get the
 * same key. Throws when a command is refused, for then data and rules do not agree.
 */
export type Desk = {
  send<A extends Action<any, any, any, any>>(
    who: Principal,
    action: A,
    input: Input<A>,
    step: string,
  ): Promise<Accepted<A>>;
  /** How many were sent. */
  sent(): number;
};

export function openDesk(broker: ServiceBroker): Desk {
  let sent = 0;
  return {
    async send<A extends Action<any, any, any, any>>(
      who: Principal,
      action: A,
      input: Input<A>,
      step: string,
    ) {
      const { reply } = await callAs(broker, action, input, { who, key: `demo/${step}` });
      if (isRefusal(reply))
        throw new Error(`${action.name} of ${step} was refused: ${JSON.stringify(reply)}`);
      sent += 1;
      return reply as Accepted<A>;
    },
    sent: () => sent,
  };
}

export const home = "getijkracht";

/** Admits the first person; all others are admitted by persons. */
export const founder: Principal = { kind: "system", system: "demo" };

/** The log holds persons' ids for ever, so they say nothing: not the name that stands in the file. */
export const personId = (slug: string): string =>
  createHash("sha256").update(`person/${slug}`).digest("hex").slice(0, 20);

export const person = (slug: string, organisation: string, role: Role): Principal =>
  inRole(role, personId(slug), organisation);

export const officer = (slug: string) => person(slug, home, "officer");
