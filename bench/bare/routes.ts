import Fastify, { type FastifyInstance } from "fastify";
import type { Bare } from "./commits.ts";

type Sent = { headers: Record<string, string>; body: string };

export type Listening = { port: number; close(): Promise<void> };

/** A bare Fastify that sends given bytes under given headers; answers its port. */
export async function listenBare(routes: Record<string, Sent>): Promise<Listening> {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  for (const [url, { headers, body }] of Object.entries(routes)) {
    app.get(url, async (_request, reply) => reply.headers(headers).send(body));
    app.post(url, async (_request, reply) => reply.headers(headers).send(body));
  }
  return listening(app);
}

/** A bare Fastify before the numbered commits, for the same requests as the portal's. */
export async function listenForClaims(bare: Bare): Promise<Listening> {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  app.post("/api/missions/:mission/claims", async (request) => {
    const { mission } = request.params as { mission: string };
    const { company } = request.body as { company: string };
    const position = await bare.claim({ mission, company, key: String(request.headers["idempotency-key"]) });
    return { state: "confirmed", position };
  });
  return listening(app);
}

async function listening(app: FastifyInstance): Promise<Listening> {
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return { port: Number(new URL(address).port), close: () => app.close() };
}
