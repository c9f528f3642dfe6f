import { serve } from "#shared/contract/serve.ts";
import { held } from "#shared/documents/held.ts";
import * as letters from "./letters/handlers.ts";
import { tellCluster } from "./letters/reactions.ts";
import { partnerships } from "./partnerships.contract.ts";
import * as profiles from "./profiles/handlers.ts";
import { partnerRows } from "./profiles/views/partners.ts";
import { renewLink, saveDraft, startDraft } from "./registrations/drafting.ts";
import * as form from "./registrations/form.ts";
import * as registrations from "./registrations/handlers.ts";
import { linksOf } from "./registrations/links.ts";
import * as queries from "./registrations/queries.ts";
import { endTurn, welcomePartner } from "./registrations/reactions.ts";
import { submit } from "./registrations/submitting.ts";
import { registrationRows } from "./registrations/views/registrations.ts";

export default serve(partnerships)({
  handlers: {
    ...form,
    startDraft,
    saveDraft,
    renewLink,
    submit,
    ...registrations,
    ...queries,
    ...profiles,
    ...letters,
    held,
  },
  views: [registrationRows, partnerRows],
  reactions: [welcomePartner, endTurn, tellCluster],
  models: { registration: [linksOf] },
  drafts: "registration",
});
