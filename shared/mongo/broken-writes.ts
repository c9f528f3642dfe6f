import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

/** The channel is the process's own, and each spec has a copy of this file: one is enough for a socket. */
const freed = Symbol.for("causeway.freed");

/**
 * The driver may write to a socket that is destroyed and has not said so yet, as in the moment in which a server goes; then it
 * waits for that socket to drain, without end (`writeCommand` of mongodb 7.8), and so does whoever works one thing after
 * the other: the log, a view. So a socket says at its end that it has drained. The driver goes on, and finds it closed.
 */
export function freeBrokenWrites(): void {
  subscribe("net.client.socket", (message) => {
    const { socket } = message as { socket: Socket & { [freed]?: true } };
    if (socket[freed]) return;
    socket[freed] = true;
    socket.once("close", () => socket.emit("drain"));
  });
}
