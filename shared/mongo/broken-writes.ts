import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

/**
 * The driver may write to a socket that is destroyed and has not said so yet, as in the moment in which a server goes; then it
 * waits for that socket to drain, without end (`writeCommand` of mongodb 7.8), and so does whoever works one thing after
 * the other: the log, a view. So a socket says at its end that it has drained. The driver goes on, and finds it closed.
 */
export function freeBrokenWrites(): void {
  subscribe("net.client.socket", (message) => {
    const { socket } = message as { socket: Socket };
    socket.once("close", () => socket.emit("drain"));
  });
}
