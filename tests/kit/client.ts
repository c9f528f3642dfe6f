import { newId } from "#shared/ids.ts";

export type Response = { status: number; headers: Headers; body: any };
type Request = { body?: unknown; headers?: Record<string, string>; key?: string };

/** A browser without pages: keeps its cookie, and the highest position it has seen. */
export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  send(method: string, path: string, request?: Request): Promise<Response>;
  cookie: string | undefined;
};

export function openClient(url: string, fixed: Record<string, string> = {}): Client {
  let after = 0;
  const client: Client = {
    cookie: undefined,
    get: (path, headers = {}) => call("GET", path, { headers }),
    send: (method, path, request = {}) => call(method, path, request),
  };

  async function call(method: string, path: string, { body, headers, key }: Request): Promise<Response> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...fixed,
        ...(client.cookie && { cookie: client.cookie, "causeway-csrf": "1" }),
        ...(after && { "causeway-after": String(after) }),
        ...(method !== "GET" && { "idempotency-key": key ?? newId(), "content-type": "application/json" }),
        ...headers,
      },
      ...(method !== "GET" && { body: JSON.stringify(body ?? {}) }),
    });
    after = Math.max(after, Number(response.headers.get("causeway-position") ?? 0));
    const cookie = response.headers.getSetCookie()[0]?.split(";")[0];
    if (cookie) client.cookie = cookie;
    const text = await response.text();
    const json = response.headers.get("content-type")?.includes("json");
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  }

  return client;
}
