import { serve } from "#shared/contract/serve.ts";
import { held } from "#shared/documents/held.ts";
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
import { countRows } from "./seats/views/counts.ts";
import { entryRows } from "./seats/views/entries.ts";
import * as verdicts from "./verdicts/handlers.ts";

export default serve(missions)({
  handlers: { ...planning, ...seats, ...seatLinks, ...letters, ...verdicts, ...ownEntries, held },
  views: [missionRows, countRows, entryRows],
  reactions: [keepSeatsInStep, tellCompanies],
  models: { person: [seatLinksOf] },
});
