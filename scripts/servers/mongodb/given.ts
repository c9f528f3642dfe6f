import type { Rung } from "../rung.ts";
import { ping } from "./admin.ts";

export const given: Rung = {
  name: "given",
  title: "the server in MONGODB_URI",
  patience: 10_000,
  possible: async () => (process.env.MONGODB_URI ? undefined : "MONGODB_URI is not set"),
  async start() {
    const url = process.env.MONGODB_URI ?? "";
    return { url, version: await ping(url, 8_000), stop: async () => {} };
  },
};
