import { isUtf8 } from "node:buffer";
import type { IncomingHttpHeaders } from "node:http";
import type { FastifyInstance } from "fastify";
import type { TObject } from "typebox";

/** `values`: in lists and objects, counted by their commas; with as many as fit, checking them would hold up everyone. */
export const limits = { bytes: 256 * 1024, depth: 40, values: 2_000 };

type Field = { contentEncoding?: string; maxLength?: number };

/** Bytes of a body: as many more as the files in its input may hold. */
export function bodyLimitOf({ properties }: TObject): number {
  const files = Object.values(properties as Record<string, Field>).filter(
    ({ contentEncoding }) => contentEncoding === "base64",
  );
  return files.reduce((sum, { maxLength = 0 }) => sum + maxLength, limits.bytes);
}

/** A body is JSON, and nothing that no form of ours could send. */
export function takeOnlyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, bytes, done) => {
    if (!isPlain(request.headers)) return done(refused(415));
    // Read all the same, they would be kept as other characters than were sent.
    if (!isUtf8(bytes as Buffer)) return done(refused(400));
    const body = bytes.toString();
    if (isTooComplex(body)) return done(refused(400));
    return parse(request, body, (error, json) =>
      done(error ?? (hasHalfCharacter(body, json) ? refused(400) : null), json),
    );
  });
}

/** Made only when it is needed: its stack alone costs a thirtieth of a sign-up. */
const refused = (statusCode: number) => Object.assign(new Error("unreadable"), { statusCode });

/** Whole, for of two charsets nobody knows which one holds; JSON has no other parameter (RFC 8259, 11). */
const json = /^application\/json[ \t]*(?:;[ \t]*charset=("?)utf-?8\1[ \t]*)?$/i;

/** As any form of ours sends it: packed, or in other characters, it would be read as something else. */
function isPlain(headers: IncomingHttpHeaders): boolean {
  const { "content-type": type = "", "content-encoding": coding = "identity" } = headers;
  return coding.toLowerCase() === "identity" && json.test(type);
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** Looked at before anything is made of it. */
function isTooComplex(body: string): boolean {
  let [depth, values] = [0, 0];
  for (let n = 0; n < body.length; n++) {
    const code = body.charCodeAt(n);
    if (code === quote) n = endOfText(body, n);
    else if (code === comma) values++;
    else if (opening.has(code)) depth++;
    else if (closing.has(code)) depth--;
    if (depth > limits.depth || values > limits.values) return true;
  }
  return false;
}

function endOfText(body: string, start: number): number {
  let n = start + 1;
  while (n < body.length && body.charCodeAt(n) !== quote) n += body.charCodeAt(n) === backslash ? 2 : 1;
  return n;
}

/** How half of the pair that makes a character is written in JSON; whole ones stand there as they are. */
const halfCharacter = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** No server stores it: it would come back as another one. */
const hasHalfCharacter = (body: string, json: unknown): boolean =>
  /\\ud/i.test(body) && halfCharacter.test(JSON.stringify(json));
