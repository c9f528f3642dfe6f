import { Errors } from "moleculer";

/** What an error may take along over NATS: never a stack. */
export class ErrorsWithoutStack extends Errors.Regenerator {
  override extractPlainError(error: any) {
    const { name, message, code, type, data, retryable } = error;
    return { name, message, code, type, data, retryable, nodeID: error.nodeID ?? this.broker?.nodeID } as any;
  }

  declare broker?: { nodeID: string };
}
