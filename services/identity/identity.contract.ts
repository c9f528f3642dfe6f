import { contract } from "#shared/contract/contract.ts";
import * as credentials from "./credentials/contract.ts";
import * as erasures from "./erasures/contract.ts";
import * as letters from "./letters/contract.ts";
import * as organisations from "./organisations/contract.ts";
import * as people from "./people/contract.ts";
import * as reads from "./reads/contract.ts";
import * as sessions from "./sessions/contract.ts";
import * as signIn from "./sign-in/contract.ts";

export { sessionsEnded } from "./sessions/contract.ts";

export const identity = contract({
  name: "identity",
  actions: {
    ...credentials.actions,
    ...letters.actions,
    ...erasures.actions,
    ...organisations.actions,
    ...people.actions,
    ...reads.actions,
    ...sessions.actions,
    ...signIn.actions,
  },
  events: { ...credentials.events, ...erasures.events, ...organisations.events, ...people.events },
});
