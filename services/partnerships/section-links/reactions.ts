import type { Recorded } from "#shared/log/commit.ts";
import { idOf } from "#shared/log/events.ts";
import { reaction, type Send } from "#shared/reactions/reaction.ts";
import { actions } from "./contract.ts";
import type { SectionEvent } from "./section-links.ts";

const write =
  (about: "sent" | "filled-in") =>
  (event: Recorded, { send }: Send) => {
    const { link } = event.data as { link: string };
    return send(actions.writeAboutSection, { id: idOf(event), link, about, event: event.id });
  };

/** A colleague hears what they are asked to fill in, and whoever asked that they have. */
export const tellOfSections = reaction<SectionEvent>()({
  name: "partnerships.tell-of-sections",
  on: {
    SectionSent: write("sent"),
    SectionSentAgain: write("sent"),
    SectionFilledIn: write("filled-in"),
  },
});
