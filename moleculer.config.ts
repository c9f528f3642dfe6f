import { readConfig } from "./shared/config/config.ts";
import { brokerOptions } from "./shared/node/broker.ts";
import { giveBack } from "./shared/node/give-back.ts";
import { letThreadsGiveWay } from "./shared/node/give-way.ts";

export default {
  ...brokerOptions(readConfig()),
  started() {
    // For whoever started this process: its own services answer now, and the gateway holds its port.
    process.send?.("started");
    giveBack();
    void letThreadsGiveWay();
  },
};
