import { connect } from "node:net";

export const urlOf = (port: number, host = "127.0.0.1") => `nats://${host}:${port}`;

/** Gives the version. A NATS server greets whoever connects with one line: INFO and a JSON object. */
export function greeting(url: string, patience = 500): Promise<string> {
  const { hostname, port } = new URL(url);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect({ host: hostname, port: Number(port || 4222) });
  let heard = "";
  const end = (settle: () => void) => {
    socket.destroy();
    settle();
  };
  socket.setTimeout(patience, () =>
    end(() => reject(new Error("it connects but does not greet as NATS does"))),
  );
  socket.on("error", (error) => end(() => reject(error)));
  socket.on("close", () => reject(new Error("it hung up")));
  socket.on("data", (chunk) => {
    heard += chunk;
    const info = /^INFO (\{.*\})\s*\r\n/.exec(heard)?.[1];
    if (info) end(() => resolve(JSON.parse(info).version ?? "unknown version"));
  });
  return promise;
}
