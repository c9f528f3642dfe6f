import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { actions } from "./contract.ts";
import type { Organisation, OrganisationData, OrganisationEvent } from "./organisations.ts";

type No = Refused<typeof actions.admitOrganisation>;

/** An organisation is its own stream, so it can be admitted once. */
export const admit = (state: Organisation, data: OrganisationData): OrganisationEvent[] | No =>
  state.admitted ? refuse("identity.organisation-exists") : [{ type: "OrganisationAdmitted", data }];
