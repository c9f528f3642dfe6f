import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { securitySchemes } from "./schemas.ts";

/** OpenAPI 3.1 from the same schemas that validate, and a page to browse it. Registered before the routes. */
export async function addDocs(app: FastifyInstance): Promise<void> {
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
  app.get("/api/openapi.json", { schema: { hide: true } as object }, (_request, reply) =>
    reply.send(app.swagger()),
  );
  await app.register(swaggerUi, {
    routePrefix: "/api/docs",
    staticCSP: true,
    uiConfig: { docExpansion: "none" },
  });
}
