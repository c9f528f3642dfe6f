import type { Recorded } from "#shared/log/commit.ts";
import { idOf } from "#shared/log/events.ts";
import { reaction, type Send } from "#shared/reactions/reaction.ts";
import type { RegistrationEvent } from "../registrations/registrations.ts";
import { actions, type topics } from "./contract.ts";

type About = (typeof topics)[number];

const write =
  (about: About, noteIn: (data: any) => string | undefined = () => undefined) =>
  (event: Recorded, { send }: Send) => {
    const note = noteIn(event.data);
    return send(actions.writeToCluster, { id: idOf(event), about, event: event.id, ...(note && { note }) });
  };

/** A cluster has no account, so each step of its registration comes by mail, with a link that opens it. */
export const tellCluster = reaction<RegistrationEvent>()({
  name: "partnerships.tell-cluster",
  on: {
    RegistrationSubmitted: write("received"),
    RegistrationResubmitted: write("received"),
    RegistrationWithdrawn: write("withdrawn"),
    ChangesAsked: write("changes-asked", ({ note }) => note),
    RegistrationAccepted: write("accepted"),
    RegistrationRejected: write("rejected", ({ reason }) => reason),
    ProfileConfirmed: write("published"),
    RegistrationLapsed: write("lapsed"),
  },
});
