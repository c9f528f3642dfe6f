import { contract } from "#shared/contract/contract.ts";
import * as outbox from "./outbox/contract.ts";

export const mail = contract({ name: "mail", actions: outbox.actions, events: {} });
