import { contract } from "#shared/contract/contract.ts";
import { heldQuery } from "#shared/contract/held.ts";
import * as addresses from "./addresses/contract.ts";
import * as asItWas from "./as-it-was/contract.ts";
import * as letters from "./letters/contract.ts";
import { policies as letterPolicies } from "./letters/policy.ts";
import * as mergers from "./mergers/contract.ts";
import * as owners from "./owners/contract.ts";
import { policies as ownerPolicies } from "./owners/policy.ts";
import * as profiles from "./profiles/contract.ts";
import * as queue from "./queue/contract.ts";
import * as registrations from "./registrations/contract.ts";
import { events as registrationEvents } from "./registrations/events.ts";
import { policies as registrationPolicies } from "./registrations/policy.ts";
import * as replies from "./replies/contract.ts";
import * as sectionLinks from "./section-links/contract.ts";
import { policies as sectionPolicies } from "./section-links/policy.ts";

export const partnerships = contract({
  name: "partnerships",
  policies: { ...registrationPolicies, ...letterPolicies, ...ownerPolicies, ...sectionPolicies },
  actions: {
    ...registrations.actions,
    ...addresses.actions,
    ...owners.actions,
    ...mergers.actions,
    ...asItWas.actions,
    ...queue.actions,
    ...replies.actions,
    ...profiles.actions,
    ...letters.actions,
    ...sectionLinks.actions,
    held: heldQuery(),
  },
  events: {
    ...registrationEvents,
    ...owners.ownerEvents,
    ...owners.absenceEvents,
    ...sectionLinks.events,
  },
});
