import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Given } from "#shared/log/feature.ts";
import type { SentSection } from "../registrations/sections.ts";
import type { actions } from "./contract.ts";
import { type SectionEvent, type SectionLinks, stateOf } from "./section-links.ts";

type No<A extends keyof typeof actions> = Refused<(typeof actions)[A]>;
type Over = Extract<No<"withdrawSection">, { refused: "partnerships.section-link-over" }>;
type Enough = Extract<No<"sendSection">, { refused: "partnerships.section-links-enough" }>;

/** `draftEndsAt`: of one that was never sent; with it all is gone. */
type Facts = { since: number; draftEndsAt: Date | undefined };
type Since = Pick<Facts, "since">;

/** A colleague has fourteen days. Of one registration ten sections at most are in the hands of others at a time. */
export const limits = { termDays: 14, open: 10 };
const dayMs = 24 * 60 * 60_000;

function sentNow(link: string, { now, since, draftEndsAt }: Given<Facts>) {
  const term = now.getTime() + limits.termDays * dayMs;
  const endsAt = new Date(Math.min(term, draftEndsAt?.getTime() ?? term)).toISOString();
  return { link, since, at: now.toISOString(), endsAt };
}

function enough(links: SectionLinks, link: string, at: Given<Since>): Enough | undefined {
  const open = Object.entries(links).filter(([id, one]) => id !== link && stateOf(one, at) === "open");
  return open.length < limits.open
    ? undefined
    : refuse("partnerships.section-links-enough", { most: limits.open });
}

export function send(
  links: SectionLinks,
  { link, section }: { link: string; section: SentSection },
  given: Given<Facts>,
): SectionEvent[] | Enough {
  const no = enough(links, link, given);
  return no ?? [{ type: "SectionSent", data: { ...sentNow(link, given), section } }];
}

/** Also when it was filled in or has ended: whoever sends it again wants something of it. */
export function sendAgain(
  links: SectionLinks,
  { link }: { link: string },
  given: Given<Facts>,
): SectionEvent[] | Over | Enough {
  if (links[link]?.withdrawn) return refuse("partnerships.section-link-over", { state: "withdrawn" });
  const no = enough(links, link, given);
  return no ?? [{ type: "SectionSentAgain", data: sentNow(link, given) }];
}

/** Whom it was sent to is not known any more. */
export const gone = (): Over => refuse("partnerships.section-link-over", { state: "over" });

export function withdraw(
  links: SectionLinks,
  { link }: { link: string },
  given: Given<Since>,
): SectionEvent[] | Over {
  return notOpen(links, link, given) ?? [{ type: "SectionLinkWithdrawn", data: { link } }];
}

export function finish(
  links: SectionLinks,
  { link }: { link: string },
  given: Given<Since>,
): SectionEvent[] | Over {
  const at = given.now.toISOString();
  return notOpen(links, link, given) ?? [{ type: "SectionFilledIn", data: { link, at } }];
}

function notOpen(links: SectionLinks, link: string, at: Given<Since>): Over | undefined {
  const state = stateOf(links[link], at);
  return state === "open" ? undefined : refuse("partnerships.section-link-over", { state });
}
