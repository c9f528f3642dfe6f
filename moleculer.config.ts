import { explain } from "./scripts/progress.mjs";
import { type Config, readConfig } from "./shared/config/config.ts";
import { brokerOptions } from "./shared/node/broker.ts";
import { giveBack } from "./shared/node/give-back.ts";
import { letThreadsGiveWay } from "./shared/node/give-way.ts";

/** Moleculer's runner would show faults of settings as an error of its own, inside a stack. */
function settings(): Config {
  try {
    return readConfig();
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}

export default {
  ...brokerOptions(settings()),
  started() {
    // For whoever started this process: its own services answer now, and the gateway holds its port.
    process.send?.("started");
    giveBack();
    void letThreadsGiveWay();
  },
};
