import { serve } from "#shared/contract/serve.ts";
import * as asItWas from "./as-it-was/handlers.ts";
import * as delegateLinks from "./delegate-links/handlers.ts";
import { delegateLinksOf } from "./delegate-links/links.ts";
import { attemptsOf } from "./delegates/attempts.ts";
import * as forgetting from "./delegates/forgetting.ts";
import * as delegates from "./delegates/handlers.ts";
import { held } from "./delegates/held.ts";
import { writeToDelegate } from "./delegates/letter.ts";
import * as delegatesOfMission from "./delegates/office.ts";
import { forgetDelegates, forgetErased, tellDelegates } from "./delegates/reactions.ts";
import { delegateRows } from "./delegates/views/delegates.ts";
import * as letters from "./letters/handlers.ts";
import { tellCompanies } from "./letters/reactions.ts";
import { missions } from "./missions.contract.ts";
import * as ownEntries from "./own-entries/handlers.ts";
import * as planning from "./planning/handlers.ts";
import { keepSeatsInStep } from "./planning/reactions.ts";
import { missionRows } from "./planning/views/missions.ts";
import * as seatLinks from "./seat-links/handlers.ts";
import { seatLinksOf } from "./seat-links/links.ts";
import * as seats from "./seats/handlers.ts";
import * as holds from "./seats/holds/handlers.ts";
import { endHoldsInTime } from "./seats/holds/reactions.ts";
import * as order from "./seats/order/handlers.ts";
import { countRows } from "./seats/views/counts.ts";
import { entryRows } from "./seats/views/entries.ts";
import { holdRows } from "./seats/views/holds.ts";
import { moveRows } from "./seats/views/moves.ts";
import * as verdicts from "./verdicts/handlers.ts";

export default serve(missions)({
  handlers: {
    ...planning,
    ...asItWas,
    ...seats,
    ...holds,
    ...order,
    ...seatLinks,
    ...delegates,
    ...delegatesOfMission,
    ...delegateLinks,
    ...forgetting,
    writeToDelegate,
    ...letters,
    ...verdicts,
    ...ownEntries,
    held,
  },
  views: [missionRows, countRows, entryRows, holdRows, moveRows, delegateRows],
  reactions: [keepSeatsInStep, endHoldsInTime, tellCompanies, tellDelegates, forgetDelegates, forgetErased],
  models: { person: [seatLinksOf], delegate: [delegateLinksOf], nobody: [attemptsOf] },
});
