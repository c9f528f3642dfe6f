import Type from "typebox";
import { save } from "#shared/contract/contract.ts";
import { closed, DocumentId, EventId, Id, Words } from "#shared/contract/schemas.ts";

/** What a cluster is written about; each has its text in `i18n/<language>/mail.json`. */
export const topics = [
  "received",
  "withdrawn",
  "changes-asked",
  "accepted",
  "rejected",
  "published",
  "reminded",
  "lapsed",
  "undone",
] as const;

export const actions = {
  /** Once for each event, however often it is asked for. */
  writeToCluster: save({
    may: "write to clusters",
    input: closed({
      id: Id(),
      about: Words(...topics),
      /** What the office wrote with it. */
      note: Type.Optional(DocumentId()),
      event: EventId(),
      /** The commit with the decision that it tells of; of one that was undone before it was told, it writes nothing. */
      decision: Type.Optional(Type.Integer({ minimum: 1 })),
    }),
    output: closed({}),
  }),
  /** Sent by an alarm, while it is still the cluster's turn that began there; later than that it writes nothing. */
  remindCluster: save({
    may: "write to clusters",
    input: closed({ id: Id(), since: Type.Integer({ minimum: 1 }), event: EventId() }),
    output: closed({}),
  }),
};
