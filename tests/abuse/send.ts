import { request } from "node:http";
import { text } from "#shared/i18n/i18n.ts";

export type Sent = { status: number; headers: Record<string, string | string[] | undefined>; body: any };

type Request = { method: string; path: string; headers: Record<string, string>; raw?: string };

/** HTTP without a client's good manners: any method, any header, any body. */
export function send(url: string, { method, path, headers, raw }: Request): Promise<Sent> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks).toString("utf8");
        const isJson = response.headers["content-type"]?.includes("json");
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: isJson ? JSON.parse(body) : body,
        });
      });
    });
    call.on("error", reject);
    call.end(raw);
  });
}

type Expected = {
  status: number | number[];
  code?: string | RegExp;
  locale?: string;
  of?: { pointer: string; code?: string };
};

/** A problem as RFC 9457 has it, in words of the asked language, that names the field and leaks nothing. */
export function expectProblem({ status, headers, body }: Sent, expected: Expected): void {
  const { code, locale = "en", of } = expected;
  expect({ status, code: body.code, errors: body.errors }).toMatchObject({
    status: Array.isArray(expected.status) ? expect.anything() : expected.status,
    ...(typeof code === "string" && { code }),
    ...(of && {
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: of.pointer, ...(of.code && { code: of.code }) }),
      ]),
    }),
  });
  if (Array.isArray(expected.status)) expect(expected.status).toContain(status);
  if (code instanceof RegExp) expect(body.code).toMatch(code);
  expect(headers["content-type"]).toMatch(/^application\/problem\+json/);
  expect(headers["content-language"]).toBe(locale);
  expect(body.type).toBe(`/problems/${body.code}`);
  expect(body.title).toBe(text(locale, "gateway", `status.${status}`));
  expect(body.detail).toMatch(/\p{L} .*[.!?]$/u);
  for (const error of body.errors ?? []) expect(error.detail).toMatch(/\p{L} .*[.!?]$/u);
  expect(JSON.stringify(body)).not.toMatch(/node_modules|at .*\.ts|Mongo|"stack"/);
}
