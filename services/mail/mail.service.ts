import { serve } from "#shared/contract/serve.ts";
import { held } from "#shared/documents/held.ts";
import { mail } from "./mail.contract.ts";
import * as handlers from "./outbox/handlers.ts";
import { outboxOf } from "./outbox/outbox.ts";
import { startSender } from "./outbox/sender.ts";

export default serve(mail)({
  handlers: { ...handlers, held },
  models: { subject: [outboxOf] },
  workers: [startSender],
});
