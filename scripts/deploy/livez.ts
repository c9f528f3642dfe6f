// The health check of a container that runs the gateway.
import { readConfig } from "../../shared/config/config.ts";

const { port } = readConfig();
const reply = await fetch(`http://127.0.0.1:${port}/livez`).catch(() => undefined);
process.exit(reply?.ok ? 0 : 1);
