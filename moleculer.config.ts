import { readConfig } from "./shared/config/config.ts";
import { brokerOptions } from "./shared/node/broker.ts";

export default brokerOptions(readConfig());
