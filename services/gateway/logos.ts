import type { FastifyInstance } from "fastify";
import type { ServiceBroker } from "moleculer";
import { settings } from "#services/settings/settings.contract.ts";
import { asSystem } from "#shared/contract/call.ts";
import type { Output } from "#shared/contract/contract.ts";
import { ask, sendError } from "./ask.ts";
import { sendFault } from "./problems.ts";
import type { RateLimits } from "./rate-limits.ts";

type Dependencies = { broker: ServiceBroker; limits: RateLimits };

const params = {
  type: "object",
  properties: { image: { type: "string", pattern: "^[0-9a-f]{64}$" } },
  required: ["image"],
  additionalProperties: false,
};

/** A logo at the hash of its bytes: what an address shows never changes, so browsers may keep it for good. */
export function addLogos(app: FastifyInstance, { broker, limits }: Dependencies): void {
  app.get<{ Params: { image: string } }>(
    "/api/logos/:image",
    {
      schema: { hide: true, params } as object,
      onRequest: (request, reply) => limits.count("open", request, reply),
    },
    async (request, reply) => {
      try {
        const asked = { ...asSystem("gateway"), trace: request.id };
        const answer = await ask(broker, settings.actions.logo, request.params, asked);
        const { logo } = answer.reply as Output<typeof settings.actions.logo>;
        if (!logo) return sendFault(request, reply, "not-found");
        return reply
          .type(logo.type)
          .header("cache-control", "public, max-age=31536000, immutable")
          .header("content-security-policy", "default-src 'none'; sandbox")
          .send(Buffer.from(logo.image, "base64"));
      } catch (error) {
        return sendError(broker, request, reply, error);
      }
    },
  );
}
