import type { Policies } from "#shared/access/policy.ts";
import { ownRegistration } from "../registrations/policy.ts";

export const policies: Policies = {
  "fill in own section": { may: { "section-link": ownRegistration }, hides: true },
};
