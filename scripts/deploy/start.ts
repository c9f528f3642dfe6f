// What a container runs: Moleculer's runner in this very process, so that SIGTERM reaches the broker, which drains.
import { Runner } from "moleculer";
import { readConfig } from "../../shared/config/config.ts";
import { refuseDemoContents } from "../app/real.ts";
import { chosenServices, serviceNames } from "../app/services.ts";
import { explain } from "../progress.mjs";

try {
  process.env.SERVICES = chosenServices(process.env.SERVICES, serviceNames()).join(",");
  const { demo, mongoUri } = readConfig();
  if (!demo) await refuseDemoContents(mongoUri);
  await new Runner().start([...process.argv, "--config", "moleculer.config.ts", "--mask", "**/*.service.ts"]);
} catch (error) {
  explain(error);
  process.exit(1);
}
