import { contract } from "#shared/contract/contract.ts";
import { heldQuery } from "#shared/contract/held.ts";
import * as asItWas from "./as-it-was/contract.ts";
import * as delegateLinks from "./delegate-links/contract.ts";
import { policies as delegateLinkPolicies } from "./delegate-links/policy.ts";
import * as delegates from "./delegates/contract.ts";
import { policies as delegatePolicies } from "./delegates/policy.ts";
import * as letters from "./letters/contract.ts";
import { policies as letterPolicies } from "./letters/policy.ts";
import * as ownEntries from "./own-entries/contract.ts";
import { policies as ownPolicies } from "./own-entries/policy.ts";
import * as planning from "./planning/contract.ts";
import { policies as planningPolicies } from "./planning/policy.ts";
import * as seatLinks from "./seat-links/contract.ts";
import { policies as seatLinkPolicies } from "./seat-links/policy.ts";
import * as seats from "./seats/contract.ts";
import * as holds from "./seats/holds/contract.ts";
import * as order from "./seats/order/contract.ts";
import { policies as seatPolicies } from "./seats/policy.ts";
import * as verdicts from "./verdicts/contract.ts";

export const missions = contract({
  name: "missions",
  policies: {
    ...planningPolicies,
    ...seatPolicies,
    ...seatLinkPolicies,
    ...delegatePolicies,
    ...delegateLinkPolicies,
    ...letterPolicies,
    ...ownPolicies,
  },
  actions: {
    ...planning.actions,
    ...asItWas.actions,
    ...seats.actions,
    ...holds.actions,
    ...order.actions,
    ...seatLinks.actions,
    ...delegates.actions,
    ...delegateLinks.actions,
    ...letters.actions,
    ...verdicts.actions,
    ...ownEntries.actions,
    held: heldQuery(),
  },
  events: {
    ...planning.events,
    ...seats.events,
    ...delegates.delegateEvents,
    ...delegates.forgottenEvents,
  },
});
