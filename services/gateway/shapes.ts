import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";

/** More than the seven that V8 looks at. */
const count = 16;

/**
 * V8 looks at the first few objects of a class to know how much room the others need, and forgets what it saw when it
 * clears memory in between, as it does while services start. Requests and answers that get too little room become
 * dictionaries for the life of the process, and a kept answer then costs half as much again. So the first few are made
 * here, in one go.
 */
export function settleShapes(): void {
  const socket = new Socket();
  const all = Array.from({ length: count }, () => new ServerResponse(new IncomingMessage(socket)));
  for (const response of all) response.destroy();
}
