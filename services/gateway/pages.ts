import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { locales } from "#shared/i18n/i18n.ts";
import { askedBy } from "./ask-as-app.ts";
import { asText, element } from "./elements.ts";
import type { Installation } from "./installation.ts";
import { isPageAddress } from "./page-addresses.ts";
import { headOf } from "./page-head.ts";
import { nothing, wordsOf } from "./page-words.ts";
import { sendFault } from "./problems.ts";
import type { RateLimits } from "./rate-limits.ts";

const dist = fileURLToPath(new URL("../../web/dist/", import.meta.url));

type Settings = { demo: boolean; publicUrl?: string | undefined };

/** The web app: built files as they are, and for every address of a page the same document; public ones with their words in it. */
export async function addPages(
  app: FastifyInstance,
  limits: RateLimits,
  { demo, publicUrl }: Settings,
  installation: () => Installation | undefined,
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
  /** Of a public page what it says; nothing more where that is not to be had, for the app tells that. */
  async function filled(request: FastifyRequest, pathname: string, nonce: string) {
    const own = page.replaceAll("__NONCE__", nonce);
    const known = installation();
    const [, spoken, path = ""] = inLanguage.exec(pathname) ?? [];
    const lang = spoken ?? known?.defaultLanguage ?? "en";
    const offered = (known?.languages ?? locales).includes(lang);
    const ask = askedBy(app, request);
    const words = offered && (await soon(wordsOf({ lang, path, ask, installation: known })));
    if (words && words !== nothing && "movedTo" in words)
      return { location: `${spoken ? `/${spoken}` : ""}${words.movedTo}` };
    const found = words !== nothing && isPageAddress(pathname);
    if (!words || words === nothing)
      return { found, html: own.replace("__NAME__", () => asText(known?.shortName ?? "")) };
    const head = headOf({ lang, path, words, installation: known, publicUrl });
    const html = own
      .replace(/<html lang="\w+">/, `<html lang="${lang}">`)
      .replace("<title>__NAME__</title>", () => head)
      .replace(root, () => root.replace("><", () => `>${element("main", words.body)}<`));
    return { found, html };
  }

  app.setNotFoundHandler(async (request, reply) => {
    const [pathname = ""] = request.url.split("?");
    const isPage = request.method === "GET" && !isForPrograms(pathname) && !/\.\w+$/.test(pathname);
    if (!isPage || !built) return sendFault(request, reply, "not-found");
    await limits.count("open", request, reply);
    const nonce = randomBytes(16).toString("base64");
    const { html, found, location } = await filled(request, pathname, nonce);
    // What moved may come back, so nobody is to keep this.
    if (location) return reply.code(308).headers({ location, "cache-control": "no-cache" }).send();
    return reply
      .code(found ? 200 : 404)
      .type("text/html; charset=utf-8")
      .header("content-security-policy", policy(nonce))
      .header("cache-control", "no-cache")
      .header("x-robots-tag", demo ? "noindex" : "all")
      .send(html);
  });
}

/** The app does not wait for what a service is slow to say. */
const soon = <T>(asked: Promise<T>): Promise<T | undefined> =>
  Promise.race([asked.catch(() => undefined), sleep(patienceMs, undefined, { ref: false })]);
const patienceMs = 1_000;

const root = '<div id="root"></div>';
const inLanguage = new RegExp(`^(?:/(${locales.join("|")}))?((?:/[^/]+)*)/?$`);

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
