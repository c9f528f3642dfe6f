import { connect, type Socket } from "node:net";

export type Reply = { status: number; head: string };

/** One connection that is kept alive, one request at a time. */
export type Connection = { send(request: string | Buffer): Promise<Reply>; close(): void };

/**
 * Reads just enough of HTTP/1.1 to know where an answer ends: on two cores, a whole client
 * would take from the portal what it is there to measure.
 */
export function openConnection(port: number): Promise<Connection> {
  return new Promise((opened, refused) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    socket.once("error", refused);
    socket.once("connect", () => {
      socket.off("error", refused);
      opened(overSocket(socket));
    });
  });
}

function overSocket(socket: Socket): Connection {
  let waiting: { done: (reply: Reply) => void; fail: (error: Error) => void } | undefined;
  let reply: Reply | undefined;
  let head = "";
  let missing = 0;

  socket.on("data", (chunk) => {
    if (reply) missing -= chunk.length;
    else readHead(chunk);
    if (!reply || missing > 0) return;
    const { done } = waiting!;
    const complete = reply;
    waiting = reply = undefined;
    done(complete);
  });

  function readHead(chunk: Buffer) {
    head += chunk.toString("latin1", 0, 4_096);
    const end = head.indexOf("\r\n\r\n");
    if (end < 0) return;
    const before = head.length - Math.min(chunk.length, 4_096);
    reply = { status: Number(head.slice(9, 12)), head: head.slice(0, end) };
    missing = Number(headerOf(reply, "content-length") ?? 0) - (before + chunk.length - end - 4);
    head = "";
  }

  const failed = (error: Error) => waiting?.fail(error);
  socket.on("error", failed);
  socket.on("close", () => failed(new Error("closed")));

  return {
    send: (request) =>
      new Promise((done, fail) => {
        waiting = { done, fail };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** Header names come in small letters from Fastify. */
export function headerOf({ head }: Reply, name: string): string | undefined {
  const start = head.indexOf(`\r\n${name}: `);
  if (start < 0) return undefined;
  const from = start + name.length + 4;
  const end = head.indexOf("\r\n", from);
  return head.slice(from, end < 0 ? undefined : end);
}
