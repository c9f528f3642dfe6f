import { container } from "./nats/container.ts";
import { debian } from "./nats/debian.ts";
import { given } from "./nats/given.ts";
import { go } from "./nats/go.ts";
import { inProcess } from "./nats/in-process.ts";
import { natsServer } from "./nats/nats-server.ts";
import type { Ladder } from "./rung.ts";

/** For several processes. */
export const nats: Ladder = {
  kind: "NATS",
  forcedBy: "CAUSEWAY_NATS",
  givenBy: "NATS_URL",
  rungs: [given, natsServer, container, debian, go],
  help: "Install one of: nats-server 2.10 or newer, Docker or Podman, Go. Or set NATS_URL.",
};

/** For one process, which needs none. */
export const natsOrNone: Ladder = { ...nats, rungs: [...nats.rungs, inProcess] };
