import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { isPageAddress } from "./page-addresses.ts";
import { sendFault } from "./problems.ts";

const dist = fileURLToPath(new URL("../../web/dist/", import.meta.url));

/** The web app: built files as they are, and for every address of a page the same document. */
export async function addPages(
  app: FastifyInstance,
  { demo }: { demo: boolean },
  portalName: () => string,
): Promise<void> {
  const built = existsSync(`${dist}index.html`);
  if (built) {
    await app.register(fastifyStatic, {
      root: `${dist}assets`,
      prefix: "/assets/",
      preCompressed: true,
      immutable: true,
      maxAge: "365d",
      index: false,
      wildcard: true,
    });
  }
  const page = built ? readFileSync(`${dist}index.html`, "utf8") : "";
  const robots = demo
    ? "User-agent: *\nDisallow: /\n"
    : "User-agent: *\nAllow: /\nDisallow: /admin\nDisallow: /api\n";
  app.get("/robots.txt", { schema: { hide: true } as object }, (_request, reply) =>
    reply.type("text/plain; charset=utf-8").send(robots),
  );
  app.setNotFoundHandler((request, reply) => {
    const [pathname = ""] = request.url.split("?");
    const isPage = request.method === "GET" && !isForPrograms(pathname) && !/\.\w+$/.test(pathname);
    if (!isPage || !built) return sendFault(request, reply, "not-found");
    const nonce = randomBytes(16).toString("base64");
    return reply
      .code(isPageAddress(pathname) ? 200 : 404)
      .type("text/html; charset=utf-8")
      .header("content-security-policy", policy(nonce))
      .header("cache-control", "no-cache")
      .header("x-robots-tag", demo ? "noindex" : "all")
      .send(page.replaceAll("__NONCE__", nonce).replace("__NAME__", () => asText(portalName())));
  });
}

const asText = (words: string) => words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page here, with its 200, would tell a probe or a client that wrote the address a little otherwise that all is well. */
const isForPrograms = (pathname: string) =>
  /^\/(api|readyz|livez|metrics)(\/|$)/i.test(pathname.replace(/\/{2,}/g, "/"));

const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
