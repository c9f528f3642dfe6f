import { listOf } from "./list.ts";
import { listActions } from "./list-actions.ts";
import { moment, said } from "./words.ts";

/** Without what is in them, which opens doors. */
export const letters = listOf(listActions.letters, {
  cursor: "before",
  columns: {
    id: ({ id }) => id,
    to: ({ to }) => to,
    template: ({ template }) => template,
    state: ({ state }, reader) => said(reader, `mail:letters.${state}`),
    queued: ({ at }) => moment(at),
    sent: ({ sentAt }) => moment(sentAt),
    tries: ({ tries }) => tries,
    error: ({ error }) => error,
    marked: ({ marked }) => marked,
  },
});
