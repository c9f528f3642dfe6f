import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { securitySchemes } from "./schemas.ts";

/** Of the page that browses it: all it needs is its own, and nobody frames it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

type Limit = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** OpenAPI 3.1 from the same schemas that validate, and a page to browse it. Registered before the routes. */
export async function addDocs(app: FastifyInstance, limit: Limit): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      components: { securitySchemes },
      info: {
        title: "Causeway",
        version: "1",
        description: "Every action of the portal, as its contracts say.",
      },
    },
  });
  /** Written once: it is long, and stays the same. */
  let description: string | undefined;
  app.get(
    "/api/openapi.json",
    { onRequest: limit, schema: { hide: true } as object },
    async (_request, reply) => {
      description ??= JSON.stringify(app.swagger());
      return reply.type("application/json; charset=utf-8").serializer(String).send(description);
    },
  );
  await app.register(swaggerUi, {
    routePrefix: "/api/docs",
    staticCSP: policy,
    uiConfig: { docExpansion: "none" },
    uiHooks: { onRequest: (request, reply, next) => void limit(request, reply).then(() => next(), next) },
  });
}
