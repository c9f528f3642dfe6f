import type { Rung } from "../rung.ts";
import { greeting } from "./info.ts";

export const given: Rung = {
  name: "given",
  title: "the server in NATS_URL",
  patience: 10_000,
  possible: async () => (process.env.NATS_URL ? undefined : "NATS_URL is not set"),
  async start() {
    const url = process.env.NATS_URL ?? "";
    return { url, version: await greeting(url, 5_000), stop: async () => {} };
  },
};
