import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { text } from "#shared/i18n/i18n.ts";
import { faults } from "./problems.ts";

const statusOf: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** What could not be read as HTTP has no headers to go by: it is told so in English, and the connection ends. */
export function onClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status = statusOf[error.code ?? ""] ?? 400;
  const body = JSON.stringify({
    type: "/problems/malformed",
    title: text("en", "gateway", `status.${faults.malformed}`),
    status,
    code: "malformed",
    detail: text("en", "gateway", "problems.malformed"),
    params: {},
  });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      "content-type: application/problem+json",
      "content-language: en",
      `content-length: ${Buffer.byteLength(body)}`,
      "connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}
