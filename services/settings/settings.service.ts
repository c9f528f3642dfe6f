import { serve } from "#shared/contract/serve.ts";
import { held } from "#shared/documents/held.ts";
import * as installation from "./installation/handlers.ts";
import { settingsRows } from "./installation/views/settings.ts";
import * as logos from "./logos/handlers.ts";
import { settings } from "./settings.contract.ts";

export default serve(settings)({ handlers: { ...installation, ...logos, held }, views: [settingsRows] });
