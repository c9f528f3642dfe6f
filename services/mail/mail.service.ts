import { serve } from "#shared/contract/serve.ts";
import { held } from "#shared/documents/held.ts";
import { mail } from "./mail.contract.ts";
import * as markedAddresses from "./marked-addresses/handlers.ts";
import { markedAddressesOf } from "./marked-addresses/marked.ts";
import * as outbox from "./outbox/handlers.ts";
import { outboxOf } from "./outbox/outbox.ts";
import { startSender } from "./outbox/sender.ts";
import { startReceiver } from "./returns/receiver.ts";

export default serve(mail)({
  handlers: { ...outbox, ...markedAddresses, held },
  models: { subject: [outboxOf, markedAddressesOf] },
  naming: [outboxOf],
  workers: [startSender, startReceiver],
});
