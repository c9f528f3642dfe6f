import { container } from "./mongodb/container.ts";
import { download } from "./mongodb/download.ts";
import { given } from "./mongodb/given.ts";
import { mongod } from "./mongodb/mongod.ts";
import { secantusPy } from "./mongodb/secantus-py.ts";
import { secantusRs } from "./mongodb/secantus-rs.ts";
import type { Ladder } from "./rung.ts";

export const mongodb: Ladder = {
  kind: "MongoDB",
  forcedBy: "CAUSEWAY_MONGODB",
  givenBy: "MONGODB_URI",
  rungs: [given, mongod, container, download, secantusRs, secantusPy],
  help: "Install one of: MongoDB 7 or newer, Docker or Podman, Python 3.10 or newer with venv. Or set MONGODB_URI.",
};
