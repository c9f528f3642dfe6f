import { contract } from "#shared/contract/contract.ts";
import * as letters from "./letters/contract.ts";
import * as profiles from "./profiles/contract.ts";
import * as registrations from "./registrations/contract.ts";

export const partnerships = contract({
  name: "partnerships",
  actions: { ...registrations.actions, ...profiles.actions, ...letters.actions },
  events: { ...registrations.events },
});
