import type { FastifyInstance } from "fastify";
import { locales } from "#shared/i18n/i18n.ts";
import { askedBy } from "./ask-as-app.ts";
import type { Installation } from "./installation.ts";
import { sendFault } from "./problems.ts";
import type { RateLimits } from "./rate-limits.ts";
import { everyPublicPage, sitemapOf } from "./sitemap.ts";

type Settings = { demo: boolean; publicUrl?: string | undefined };

const schema = { schema: { hide: true } as object };

/** What search engines ask for first. There is nothing for them in the demo, nor where nobody knows where the portal stands. */
export function addCrawlers(
  app: FastifyInstance,
  limits: RateLimits,
  { demo, publicUrl }: Settings,
  installation: () => Installation | undefined,
): void {
  const origin = demo ? undefined : publicUrl?.replace(/\/$/, "");
  const open = ["Allow: /", "Disallow: /admin", "Disallow: /api"];
  const lines = ["User-agent: *", ...(demo ? ["Disallow: /"] : open)];
  const robots = [...lines, ...(origin ? ["", `Sitemap: ${origin}/sitemap.xml`] : []), ""].join("\n");

  app.get("/robots.txt", schema, (_request, reply) => reply.type("text/plain; charset=utf-8").send(robots));
  app.get(
    "/sitemap.xml",
    { ...schema, onRequest: (request, reply) => limits.count("open", request, reply) },
    async (request, reply) => {
      if (!origin) return sendFault(request, reply, "not-found");
      try {
        const pages = await everyPublicPage(askedBy(app, request));
        return reply
          .type("application/xml; charset=utf-8")
          .header("cache-control", "public, max-age=3600")
          .send(sitemapOf(origin, installation()?.languages ?? locales, pages));
      } catch {
        return sendFault(request, reply, "unavailable");
      }
    },
  );
}
