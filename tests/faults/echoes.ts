import Type from "typebox";
import { command, contract, event } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { conflict, refuse } from "#shared/contract/refusals.ts";
import { closed, DocumentId, Id } from "#shared/contract/schemas.ts";
import { serve } from "#shared/contract/serve.ts";
import { idOf } from "#shared/log/events.ts";
import type { Feature } from "#shared/log/feature.ts";
import { reaction } from "#shared/reactions/reaction.ts";
import { view } from "#shared/views/view.ts";

/** A service that echoes notes: by two views, two reactions and alarms, of which some cannot take what is poison. */
export const echoes = contract({
  name: "echoes",
  actions: {
    echo: command({
      may: "anyone",
      input: closed({ id: Id() }),
      output: closed({ id: Id() }),
      refusals: { "echoes.echoed-already": conflict() },
    }),
  },
  events: { NoteEchoed: event(1, closed({})) },
});

type NoteWritten = { type: "NoteWritten"; data: { note: string } };
type NoteEchoed = { type: "NoteEchoed"; data: object };

const echo: Feature<{ times: number }, NoteEchoed> = {
  name: "echo",
  initial: { times: 0 },
  evolve: ({ times }) => ({ times: times + 1 }),
};

/** Whether the code that fails is still there. */
export const fault = { isThere: true };
const take = (id: string) => {
  if (fault.isThere && id.startsWith("poison")) throw new Error("This one cannot be taken.");
};

/** Whether the handler of echoes has one too. */
export const handlerFault = { isThere: false };
const handle = (id: string) => {
  if (handlerFault.isThere && id.includes("broken")) throw new TypeError("x is not a function");
};

const row = closed({ note: DocumentId() });

export const calmRows = view<NoteWritten>()({
  name: "echoes.calm",
  version: 1,
  row,
  on: { NoteWritten: (event, rows) => rows.put(idOf(event), { note: event.data.note }) },
});

export const pickyRows = view<NoteWritten>()({
  name: "echoes.picky",
  version: 1,
  row,
  on: {
    NoteWritten: (event, rows) => {
      take(idOf(event));
      rows.put(idOf(event), { note: event.data.note });
    },
  },
});

/** How often each note was echoed. */
export const echoRows = view<NoteEchoed>()({
  name: "echoes.echoes",
  version: 1,
  row: closed({ times: Type.Integer() }),
  on: {
    NoteEchoed: async (event, rows) => {
      const times = (await rows.get(idOf(event)))?.times ?? 0;
      rows.put(idOf(event), { times: times + 1 });
    },
  },
});

const calm = reaction<NoteWritten>()({
  name: "echoes.calm-reaction",
  on: { NoteWritten: (event, { send }) => send(echoes.actions.echo, { id: idOf(event) }) },
});

const picky = reaction<NoteWritten>()({
  name: "echoes.picky-reaction",
  on: {
    NoteWritten: (event, { later }) => {
      take(idOf(event));
      later(event.at, echoes.actions.echo, { id: `later-${idOf(event)}` });
      // An alarm that no service would take: its id is no id.
      if (idOf(event) === "bad-alarm") later(event.at, echoes.actions.echo, { id: "!" });
    },
  },
});

export const echoesService = serve(echoes)({
  handlers: {
    async echo({ id }, ctx) {
      handle(id);
      return execute(
        ctx,
        echo,
        id,
        ({ times }) =>
          times ? refuse("echoes.echoed-already") : [{ type: "NoteEchoed" as const, data: {} }],
        {},
        {},
        () => ({ id }),
      );
    },
  },
  views: [calmRows, pickyRows, echoRows],
  reactions: [calm, picky],
});
