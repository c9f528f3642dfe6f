import { mail } from "#services/mail/mail.contract.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { actions as accounts } from "../accounts/contract.ts";
import { actions as ofChanges } from "../changes/contract.ts";
import { actions as ofOrganisations } from "../organisations/contract.ts";
import { actions as ofReads } from "../reads/contract.ts";

/** By which each list is shown to whoever may see it. */
export const listActions = {
  registrations: partnerships.actions.registrations,
  partners: partnerships.actions.partners,
  missions: missions.actions.missions,
  entries: missions.actions.entries,
  organisations: ofOrganisations.organisations,
  people: accounts.people,
  letters: mail.actions.letters,
  reads: ofReads.reads,
  changes: ofChanges.changes,
};
