import { serve } from "#shared/contract/serve.ts";
import { held } from "#shared/documents/held.ts";
import { missions } from "./missions.contract.ts";
import * as planning from "./planning/handlers.ts";
import { keepSeatsInStep } from "./planning/reactions.ts";
import { missionRows } from "./planning/views/missions.ts";
import * as seats from "./seats/handlers.ts";
import { countRows } from "./seats/views/counts.ts";
import { entryRows } from "./seats/views/entries.ts";

export default serve(missions)({
  handlers: { ...planning, ...seats, held },
  views: [missionRows, countRows, entryRows],
  reactions: [keepSeatsInStep],
});
