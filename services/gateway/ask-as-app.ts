import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Ask } from "./page-words.ts";

/** As the app will ask, from the same address: answered from memory, and counted with what else comes from there. */
export const askedBy =
  (app: FastifyInstance, { ip, headers }: FastifyRequest): Ask =>
  async (url) => {
    const answer = await app.inject({ url, remoteAddress: ip, headers: { host: headers.host ?? "" } });
    if (answer.statusCode === 404) return undefined;
    if (answer.statusCode !== 200) throw new Error(`${url} was answered with ${answer.statusCode}`);
    return answer.json();
  };
