import { serve } from "#shared/contract/serve.ts";
import { held } from "#shared/documents/held.ts";
import { addressesOf, attemptsOf } from "./addresses/addresses.ts";
import * as addresses from "./addresses/handlers.ts";
import * as asItWas from "./as-it-was/handlers.ts";
import * as letters from "./letters/handlers.ts";
import { tellCluster } from "./letters/reactions.ts";
import * as mergers from "./mergers/handlers.ts";
import { mergerRows } from "./mergers/views/mergers.ts";
import * as owners from "./owners/handlers.ts";
import { findOwner } from "./owners/reactions.ts";
import { absenceRows } from "./owners/views/absences.ts";
import { partnerships } from "./partnerships.contract.ts";
import * as profiles from "./profiles/handlers.ts";
import { partnerRows } from "./profiles/views/partners.ts";
import * as queue from "./queue/handlers.ts";
import { renewLink, saveDraft, startDraft } from "./registrations/drafting.ts";
import * as form from "./registrations/form.ts";
import * as registrations from "./registrations/handlers.ts";
import * as history from "./registrations/history.ts";
import { linksOf } from "./registrations/links.ts";
import * as queries from "./registrations/queries.ts";
import { endTurn, welcomePartner } from "./registrations/reactions.ts";
import { submit } from "./registrations/submitting.ts";
import { registrationRows } from "./registrations/views/registrations.ts";
import * as replies from "./replies/handlers.ts";
import * as colleagues from "./section-links/by-colleague.ts";
import * as sectionLinks from "./section-links/handlers.ts";
import * as sectionLetters from "./section-links/letters.ts";
import { sectionLinksOf } from "./section-links/links.ts";
import { tellOfSections } from "./section-links/reactions.ts";

export default serve(partnerships)({
  handlers: {
    ...form,
    startDraft,
    saveDraft,
    renewLink,
    submit,
    ...registrations,
    ...queries,
    ...history,
    ...addresses,
    ...owners,
    ...mergers,
    ...asItWas,
    ...queue,
    ...replies,
    ...profiles,
    ...letters,
    ...sectionLinks,
    ...colleagues,
    ...sectionLetters,
    held,
  },
  views: [registrationRows, partnerRows, mergerRows, absenceRows],
  reactions: [findOwner, welcomePartner, endTurn, tellCluster, tellOfSections],
  models: { registration: [linksOf, addressesOf, sectionLinksOf], nobody: [attemptsOf] },
  drafts: "registration",
});
