import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { RegistrationEvent } from "../registrations/registrations.ts";
import { registration } from "../registrations/registrations.ts";
import type { SentSection } from "../registrations/sections.ts";
import type { events } from "./contract.ts";

export type SectionEvent = EventOf<{ events: typeof events }>;

/** One section in the hands of a colleague. */
export type Sent = {
  section: SentSection;
  /** How much had happened to its registration by then. */
  since: number;
  sentAt: string;
  endsAt: string;
  filledInAt?: string;
  withdrawn?: true;
};

/** Of one registration, by the id of the link, in the order in which they were first sent. */
export type SectionLinks = Record<string, Sent | undefined>;

export function evolve(links: SectionLinks, event: SectionEvent): SectionLinks {
  const { link } = event.data;
  switch (event.type) {
    case "SectionSent": {
      const { section, since, at, endsAt } = event.data;
      return { ...links, [link]: { section, since, sentAt: at, endsAt } };
    }
    case "SectionSentAgain": {
      const { since, at, endsAt } = event.data;
      return { ...links, [link]: { section: links[link]!.section, since, sentAt: at, endsAt } };
    }
    case "SectionLinkWithdrawn":
      return { ...links, [link]: { ...links[link]!, withdrawn: true } };
    case "SectionFilledIn":
      return { ...links, [link]: { ...links[link]!, filledInAt: event.data.at } };
    default:
      return event satisfies never;
  }
}

export const sectionLinks: Feature<SectionLinks, SectionEvent> = {
  name: "section-links",
  initial: {},
  evolve,
};

/**
 * How much has happened to a registration. Whatever happens, as that it is sent or taken back, ends the links from before: no
 * reaction has to come first.
 */
export const happenings: Feature<number, RegistrationEvent> = {
  name: registration.name,
  initial: 0,
  evolve: (count) => count + 1,
};

export type Now = { now: Date; since: number };

/** One that there never was opens nothing either. */
export function stateOf(sent: Sent | undefined, at: Now): "open" | "withdrawn" | "filled-in" | "over" {
  if (!sent) return "over";
  const { withdrawn, filledInAt, since, endsAt } = sent;
  if (withdrawn) return "withdrawn";
  if (filledInAt) return "filled-in";
  return since !== at.since || at.now >= new Date(endsAt) ? "over" : "open";
}
