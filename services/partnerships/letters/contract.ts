import Type from "typebox";
import { save } from "#shared/contract/contract.ts";
import { closed, DocumentId, Id, Words } from "#shared/contract/schemas.ts";

/** What a cluster is written about; each has its text in `i18n/<language>/mail.json`. */
export const subjects = ["received", "changes-asked", "accepted", "rejected", "published"] as const;

export const actions = {
  /** Once for each event, however often it is asked for. */
  writeToCluster: save({
    may: "write to clusters",
    input: closed({
      id: Id(),
      about: Words(...subjects),
      /** What the office wrote with it. */
      note: Type.Optional(DocumentId()),
      event: Type.String({ pattern: "^\\d+\\.\\d+$" }),
    }),
    output: closed({}),
  }),
};
