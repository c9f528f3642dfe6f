import type { Config } from "./config.ts";

/** The address of the portal in letters. Never what a request says its host is: whoever asks would choose where a link leads. */
export const siteOf = ({ publicUrl, host, port }: Pick<Config, "publicUrl" | "host" | "port">): string =>
  (publicUrl ?? `http://${host}:${port}`).replace(/\/$/, "");
