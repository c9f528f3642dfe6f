import type { contracts } from "#services/contracts.ts";
import type { InputOf, ReplyOf, Routes } from "#shared/contract/routes.ts";
import { back, lost } from "./connection.ts";
import { texts } from "./i18n.ts";
import { isOfProxy } from "./of-proxy.ts";

/** Types only: nothing of the services reaches the browser. */
export type Api = Routes<typeof contracts>;
export type RouteName = keyof Api & string;
export type QueryRoute = Extract<RouteName, `GET ${string}`>;
export type CommandRoute = Exclude<RouteName, QueryRoute>;
/** What comes back when nothing is refused. */
export type Out<R extends RouteName> = Exclude<ReplyOf<Api, R>, { refused: string }>;
export type In<R extends RouteName> = InputOf<Api, R>;

export type FieldProblem = {
  pointer: string;
  code: string;
  params: Record<string, unknown>;
  detail?: string;
};

/** An answer that says no, or no answer at all (`status` 0, code `offline`). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly errors: FieldProblem[];

  constructor(body: {
    status: number;
    code: string;
    detail?: string;
    params?: object;
    errors?: FieldProblem[];
  }) {
    super(body.detail);
    this.status = body.status;
    this.code = body.code;
    this.params = { ...body.params };
    this.errors = body.errors ?? [];
  }

  /** Not decided: the same request may be sent again. */
  get mayRepeat(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

/** The highest position seen: the next answer is at least as new. */
let seen = 0;

export function sawPosition(position: unknown): void {
  if (typeof position === "number" && position > seen) seen = position;
}

/** What opens one thing to someone without an account: a registration, the seats that a letter is about, or a delegate's own data. */
const links = new Map<string, string>();

export function carryLink(id: string, secret: string): void {
  links.set(id, secret);
}

export function dropLink(id: string): void {
  links.delete(id);
}

/** Only what a link opens is asked by it; all else is asked as who is signed in. */
const ofLink =
  /\/registrations\/([a-z0-9-]+)\/(?:own|draft|link|submission|withdrawal|confirmation|address|replies|timeline|erasure|page|section)|\/(?:seat-links|missions\/[^/]+\/delegates)\/([a-z0-9-]+)/;

/** The secret by which this is asked; none where it is asked as who is signed in. */
export function linkFor(address: string): string {
  const [, registration, other] = ofLink.exec(address) ?? [];
  return links.get(registration ?? other ?? "") ?? "";
}

export const positionSeen = (): number => seen;

function headersFor(address: string): Record<string, string> {
  const opens = linkFor(address);
  return {
    "accept-language": document.documentElement.lang,
    ...(seen > 0 && { "causeway-after": String(seen) }),
    ...(opens && { "causeway-link": opens }),
  };
}

/** Where a route with its input is asked: what stands in the path, and what is left. */
export function addressOf(route: string, input: object): { path: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...input };
  const template = route.slice(route.indexOf(" ") + 1);
  const path = template.replace(/:(\w+)/g, (_all, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { path: `/api${path}`, rest };
}

type Options = { key?: string; signal?: AbortSignal };

export async function send<R extends RouteName>(
  route: R,
  input: In<R>,
  { key, signal }: Options = {},
): Promise<Out<R>> {
  const method = route.slice(0, route.indexOf(" "));
  const { path, rest } = addressOf(route, input as object);
  const headers = headersFor(path);
  if (key) headers["idempotency-key"] = key;
  const request: RequestInit = { method, headers, ...(signal && { signal }) };
  if (method === "GET") return read(await reach(path + searchOf(rest), request));
  // No page of another site can send it along: see services/gateway/same-site.ts.
  headers["causeway-csrf"] = "1";
  if (typeof rest.version === "number") {
    headers["if-match"] = `"${rest.version}"`;
    delete rest.version;
  }
  headers["content-type"] = "application/json";
  return read(await reach(path, { ...request, body: JSON.stringify(rest) }));
}

export function searchOf(rest: Record<string, unknown>): string {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined && value !== "");
  return given.length ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : "";
}

/** Every request goes through here, so that one place knows whether the portal is there. */
async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, request);
    if (isOfProxy(response)) throw away();
    back();
    return response;
  } catch (error) {
    if (error instanceof Problem || (error instanceof DOMException && error.name === "AbortError"))
      throw error;
    throw away();
  }
}

function away(): Problem {
  lost();
  return new Problem({ status: 0, code: "offline" });
}

async function read<T>(response: Response): Promise<T> {
  const body = await response.json().catch(() => ({}));
  // Refusals that name a rule are few, and the rules are many.
  if (body.params?.rule) await texts("access")();
  if (!response.ok) throw new Problem({ code: "internal", ...body, status: response.status });
  sawPosition(body.position);
  return body as T;
}
