import { type Connection, openConnection, type Reply } from "./connection.ts";

/** Connections that are kept alive. When all are taken a request waits for the next that is free. */
export type Pool = { send(request: string | Buffer): Promise<Reply>; close(): void };

export async function openPool(port: number, connections: number): Promise<Pool> {
  const all = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const idle = [...all];
  const waiting: ((connection: Connection) => void)[] = [];
  const give = (connection: Connection) => {
    const next = waiting.shift();
    if (next) next(connection);
    else idle.push(connection);
  };
  return {
    async send(request) {
      const connection = idle.pop() ?? (await new Promise<Connection>((go) => waiting.push(go)));
      const reply = await connection.send(request).catch(() => ({ status: 0, head: "" }));
      give(connection);
      return reply;
    },
    close: () => all.forEach((connection) => void connection.close()),
  };
}
