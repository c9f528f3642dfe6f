import { toldAt } from "#shared/contract/undo.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { idOf } from "#shared/log/events.ts";
import { reaction, type Send } from "#shared/reactions/reaction.ts";
import type { RegistrationEvent } from "../registrations/registrations.ts";
import { actions, type topics } from "./contract.ts";

type About = (typeof topics)[number];

/** What the office decided waits, for it may be undone. */
const writeLater =
  (about: About, noteIn: (data: any) => string | undefined = () => undefined) =>
  (event: Recorded, { later }: Send) => {
    const note = noteIn(event.data);
    const letter = { id: idOf(event), about, event: event.id, ...(note && { note }) };
    later(toldAt(event.at), actions.writeToCluster, { ...letter, decision: event.position });
  };

const write =
  (about: About) =>
  (event: Recorded, { send }: Send) =>
    send(actions.writeToCluster, { id: idOf(event), about, event: event.id });

/** A cluster has no account, so each step of its registration comes by mail, with a link that opens it. */
export const tellCluster = reaction<RegistrationEvent>()({
  name: "partnerships.tell-cluster",
  on: {
    RegistrationSubmitted: write("received"),
    RegistrationResubmitted: write("received"),
    RegistrationWithdrawn: write("withdrawn"),
    ChangesAsked: writeLater("changes-asked", ({ note }) => note),
    RegistrationAccepted: writeLater("accepted"),
    RegistrationRejected: writeLater("rejected", ({ reason }) => reason),
    DecisionUndone: (event, send) => (event.data.told ? write("undone")(event, send) : undefined),
    ProfileConfirmed: write("published"),
    RegistrationLapsed: write("lapsed"),
  },
});
