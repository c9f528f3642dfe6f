// Fills the demo set into the empty database of a demo in containers, before the services start.
import { readConfig } from "../../shared/config/config.ts";
import { contentsOf } from "../demo/contents.ts";
import { fill } from "../demo/fill.ts";
import { Advice, explain, say } from "../progress.mjs";

try {
  const config = readConfig();
  const contents = await contentsOf(config.mongoUri);
  if (contents === "part")
    throw new Advice("An earlier filling broke off. Remove the volume and start again.");
  if (contents === "empty") {
    const { commands } = await fill(config, new Date(), say);
    say(`✓ The demo set is filled: ${commands} commands`);
  } else say("✓ The database is not empty, and stays as it is");
  process.exit();
} catch (error) {
  explain(error);
  process.exit(1);
}
