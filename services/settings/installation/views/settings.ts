import Type from "typebox";
import { closed } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import { Chosen } from "../fields.ts";
import { type InstallationEvent, initial, installation } from "../installation.ts";

export const settingsRows = view<InstallationEvent>()({
  name: "settings.settings",
  version: 1,
  row: closed({
    settings: Chosen,
    version: Type.Integer(),
    changedAt: Type.Record(Type.String(), Type.Integer()),
  }),
  on: {
    SettingsChanged: async (event, rows) => {
      const before = (await rows.get(idOf(event))) ?? initial;
      rows.put(idOf(event), installation.evolve(before, event));
    },
  },
});
