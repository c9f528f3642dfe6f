import { contract } from "#shared/contract/contract.ts";
import * as planning from "./planning/contract.ts";
import * as seats from "./seats/contract.ts";

export const missions = contract({
  name: "missions",
  actions: { ...planning.actions, ...seats.actions },
  events: { ...planning.events, ...seats.events },
});
