import { Transporters } from "moleculer";

type Nats = {
  client: {
    status(): AsyncIterable<{ type: string; data: unknown; permissionContext?: object }>;
    flush(): Promise<void>;
    close(): Promise<void>;
  } | null;
  connected: boolean;
  transit: {
    pendingRequests: Map<string, { nodeID: string }>;
    removePendingRequestByNodeID(nodeID: string): void;
  };
  logger: { error(line: string): void };
  connect(): Promise<void>;
  onConnected(wasReconnect?: boolean): Promise<void>;
};

const Base = Transporters.NATS as unknown as new (options: object) => Nats & { disconnect(): Promise<void> };

/**
 * Moleculer's NATS transporter hears of a reconnect and does nothing: `connected` stays true while NATS is away, so
 * calls hang instead of failing at once, and nobody is told afterwards which services are here. This one does both,
 * and fails what was under way: an answer given in the meantime is lost.
 */
export class WatchfulNats extends Base {
  override async connect(): Promise<void> {
    await super.connect();
    void this.watch();
  }

  private async watch() {
    for await (const { type, data, permissionContext } of this.client?.status() ?? []) {
      if (type === "disconnect") this.lose();
      if (type === "reconnect") await this.onConnected(true);
      // Such a packet is gone; without this line its caller would only see that nobody answers.
      if (type === "error") this.logger.error(`NATS: ${data} ${JSON.stringify(permissionContext ?? {})}`);
    }
  }

  private lose() {
    this.connected = false;
    const { transit } = this;
    const asked = [...transit.pendingRequests.values()].map(({ nodeID }) => nodeID);
    for (const nodeID of new Set(asked)) transit.removePendingRequestByNodeID(nodeID);
  }

  override async disconnect(): Promise<void> {
    // A server that is gone never answers a flush.
    const flushed = this.client?.flush().catch(() => {});
    await Promise.race([flushed, new Promise((resolve) => setTimeout(resolve, 1_000))]);
    await this.client?.close().catch(() => {});
    this.client = null;
  }
}
