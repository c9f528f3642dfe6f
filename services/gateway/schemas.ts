import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { FastifySchema } from "fastify";
import type { Action } from "#shared/contract/contract.ts";
import { isRecorded } from "#shared/contract/reads.ts";
import { kernelRefusals } from "#shared/contract/refusals.ts";
import { cookieName } from "./principals.ts";
import { csrfHeader } from "./same-site.ts";

export const pathNamesOf = (route: string): string[] =>
  [...route.matchAll(/:(\w+)/g)].map((match) => match[1]!);

/** The part of a closed object schema with these fields. */
function part(schema: any, keep: (name: string) => boolean) {
  return {
    type: "object",
    properties: Object.fromEntries(Object.entries(schema.properties).filter(([name]) => keep(name))),
    // What has a default need not be said.
    required: (schema.required ?? []).filter(
      (name: string) => keep(name) && !("default" in schema.properties[name]),
    ),
    additionalProperties: false,
  };
}

/** How an action looks from HTTP: the same schema, divided over path, query and body. */
export function schemaOf(
  service: string,
  name: string,
  action: Action,
): FastifySchema & { operationId: string; tags: string[] } {
  const inPath = pathNamesOf(action.route!);
  const rest = part(
    action.input,
    (field) => !inPath.includes(field) && !(action.edits && field === "version"),
  );
  const reads = action.kind === "query";
  return {
    operationId: `${service}.${name}`,
    tags: [service],
    ...(inPath.length && { params: part(action.input, (field) => inPath.includes(field)) }),
    querystring: reads ? withCommas(rest) : part(action.input, () => false),
    ...(!reads && Object.keys(rest.properties).length && { body: rest }),
    security: securityOf(action),
    ...(action.undoneBy && { "x-undone-by": `${service}.${action.undoneBy}` }),
    headers: headersOf(action),
    response: { 200: action.output, default: problemSchema(action) },
  } as never;
}

/** OpenAPI takes a list in an address for a name that is repeated, unless it is told. */
const withCommas = (schema: any) => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries<any>(schema.properties).map(([name, own]) => [
      name,
      own.type === "array" ? { ...own, explode: false } : own,
    ]),
  ),
});

/** How callers say who they are. Who may do what is said by the policy alone. */
export const securitySchemes = {
  session: { type: "apiKey", in: "cookie", name: cookieName },
  link: {
    type: "apiKey",
    in: "header",
    name: "causeway-link",
    description: "the secret of a letter: opens one registration, or one company's seats on one mission",
  },
  token: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "ccp_<id>_<secret>",
    description:
      "made by somebody on their page /account, for as much as its scope says; alone, without a session or a link",
  },
} as const;

const securityOf = ({ may, policy, scope }: Action) =>
  may === "anyone" ? [] : [{ session: [] }, { link: [] }, ...(policy.inPerson ? [] : [{ token: [scope] }])];

function headersOf(action: Action): object {
  const header = (description: string) => ({ type: "string", description });
  const properties = {
    ...(action.kind === "command" && {
      "idempotency-key": header("16 to 64 of A-Z a-z 0-9 _ -; the same key gets the same outcome"),
    }),
    ...(action.edits && { "if-match": header("the version the caller saw, in quotes") }),
    ...(action.kind !== "query" && {
      [csrfHeader]: header("anything, with a session; a page of another site cannot send it"),
    }),
    "causeway-after": header("the highest position seen; the answer is at least as new"),
    ...(isRecorded(action) && {
      "causeway-reason": header("why you read this, percent-encoded; kept for two years beside who read it"),
    }),
  };
  const required = Object.keys(properties).filter((name) => !name.startsWith("causeway-"));
  return { type: "object", properties, required };
}

const problemSchema = (action: Action) => ({
  description: `Codes: ${[...Object.keys(action.refusals), ...Object.keys(kernelRefusals)].join(", ")}`,
  content: { "application/problem+json": { schema: problem } },
});

const problem = {
  type: "object",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    detail: { type: "string" },
    params: { type: "object", additionalProperties: true },
    errors: { type: "array", items: { type: "object", additionalProperties: true } },
  },
};

/**
 * In path and query all is text: here it becomes numbers, and lists of what stands between commas. Bodies are left as they are,
 * for the action to judge.
 */
const coercing = new Ajv2020({
  coerceTypes: true,
  useDefaults: true,
  removeAdditional: false,
  strict: false,
  strictNumbers: true,
});
(addFormats as unknown as (on: Ajv2020) => void)(coercing);

export function asText(schema: { properties?: Record<string, { type?: string }> }) {
  const check = coercing.compile(schema);
  const lists = Object.entries(schema.properties ?? {}).flatMap(([name, { type }]) =>
    type === "array" ? name : [],
  );
  const read = (given: Record<string, unknown>): boolean => {
    for (const name of lists) if (typeof given[name] === "string") given[name] = given[name].split(",");
    return check(given);
  };
  // Fastify reads them of what it called.
  return Object.defineProperty(read, "errors", { get: () => check.errors });
}

export const validatorCompiler = ({ schema, httpPart }: { schema: object; httpPart?: string }) =>
  httpPart === "params" || httpPart === "querystring" ? asText(schema) : () => true;
