import helmet from "@fastify/helmet";
import Fastify from "fastify";
import type { Config } from "#shared/config/config.ts";

/** What the server itself adds. */
const others = new Set(["connection", "content-length", "content-type", "date", "keep-alive"]);

const year = 365 * 24 * 60 * 60;

/** Of what is no page: nothing may run, load or be framed. But a shared worker lives by the policy of its own file, and asks us. */
const policy = {
  defaultSrc: ["'none'"],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/**
 * The headers that keep a browser careful, as Helmet sets them. They are the same on every answer, so Helmet is asked
 * once: setting a dozen headers one by one was a tenth of what a kept answer costs.
 */
export async function safetyHeaders({
  publicUrl,
}: Pick<Config, "publicUrl">): Promise<Record<string, string>> {
  const probe = Fastify();
  await probe.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    // Of a portal at home, or one that is tried, a browser would remember it for all else under that name.
    strictTransportSecurity: publicUrl?.startsWith("https:")
      ? { maxAge: year, includeSubDomains: false }
      : false,
    xFrameOptions: { action: "deny" },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "no-referrer" },
  });
  probe.get("/", (_request, reply) => reply.send(""));
  const { headers } = await probe.inject("/");
  await probe.close();
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (others.has(name) ? [] : [[name, String(value)]])),
  );
}
