import { Errors } from "moleculer";

/**
 * Faults, as against refusals: something that should not happen, or a server that does not answer.
 * Each has a code from a closed list; the gateway's one table turns it into a status.
 */
const fault = (code: number, type: string) =>
  class extends Errors.MoleculerError {
    constructor(action: string) {
      super(`${type}: ${action}`, code, type, { action });
    }
  };

/** A call without a principal: no caller of ours makes one, so it is somebody at a REPL, whom no stack helps. */
export class Unauthenticated extends fault(401, "unauthenticated") {
  constructor(action: string) {
    super(action);
    this.message += ". Say who is calling: --#who.kind nobody";
    // A REPL prints this and not the message.
    this.stack = this.message;
  }
}

/** The caller has given up by now, so nothing is begun. */
export class Late extends fault(503, "late") {}

/** A command without an idempotency key could not be repeated safely. */
export class KeyMissing extends fault(400, "key-missing") {}

/** The log did not take what a save came to: it is contended, and may do so in a moment. */
export class Untold extends fault(503, "untold") {}

/** As many work on it as there is room for. */
export class Crowded extends fault(503, "crowded") {}

/** A service asked another what its contract does not take: our fault and not the caller's. */
export class Misasked extends fault(500, "misasked") {}

/** A read of personal data could not be written down, so nothing was read. */
export class Unrecorded extends fault(503, "unrecorded") {}
