import { listOf } from "./list.ts";
import { listActions } from "./list-actions.ts";
import { moment } from "./words.ts";

type Doer = {
  number: number;
  at: string;
  person?: string;
  name?: string;
  organisation?: string;
  organisationName?: string;
};

const doer = {
  number: ({ number }: Doer) => number,
  at: ({ at }: Doer) => moment(at),
  person: ({ person }: Doer) => person,
  name: ({ name }: Doer) => name,
  organisation: ({ organisation }: Doer) => organisation,
  "organisation-name": ({ organisationName }: Doer) => organisationName,
};

export const reads = listOf(listActions.reads, {
  cursor: "before",
  columns: {
    ...doer,
    action: ({ action }) => action,
    record: ({ record }) => record,
    filters: ({ filters }) => filters?.join(" "),
    rows: ({ rows }) => rows,
    trace: ({ trace }) => trace,
    reason: ({ reason }) => reason,
  },
});

export const changes = listOf(listActions.changes, {
  cursor: "before",
  columns: {
    ...doer,
    token: ({ token }) => token,
    system: ({ system }) => system,
    command: ({ command }) => command,
    stream: ({ stream }) => stream,
    refused: ({ refused }) => refused,
    events: ({ events }) => events.map(({ event, data }) => `${event} ${data}`).join("\n"),
    trace: ({ trace }) => trace,
  },
});
