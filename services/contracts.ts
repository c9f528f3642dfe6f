import { identity } from "./identity/identity.contract.ts";
import { mail } from "./mail/mail.contract.ts";
import { missions } from "./missions/missions.contract.ts";
import { partnerships } from "./partnerships/partnerships.contract.ts";
import { settings } from "./settings/settings.contract.ts";

/** Every door of the product. */
export const contracts = [identity, mail, missions, partnerships, settings] as const;
