/** Of the session's owner, or of anybody. */
export function readOf(path: string, session?: string): string {
  return [
    `GET ${path} HTTP/1.1`,
    "host: 127.0.0.1",
    "accept: application/json",
    ...(session ? [`cookie: __Host-causeway=${session}`] : []),
    "",
    "",
  ].join("\r\n");
}
