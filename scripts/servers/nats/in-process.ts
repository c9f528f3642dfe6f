import type { Rung } from "../rung.ts";

/** No server: calls stay within the one process. Its address is empty. */
export const inProcess: Rung = {
  name: "in-process",
  title: "none, all services in one process",
  patience: 1_000,
  possible: async () => undefined,
  start: async () => ({ url: "", version: "in-process", stop: async () => {} }),
};
