import { readConfig } from "./shared/config/config.ts";
import { brokerOptions } from "./shared/node/broker.ts";

export default {
  ...brokerOptions(readConfig()),
  // For whoever started this process: its own services answer now, and the gateway holds its port.
  started: () => void process.send?.("started"),
};
