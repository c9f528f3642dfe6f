// Runs beside all tabs of a browser, as a SharedWorker: they share its connections.

import type { Asked } from "./live.ts";
import { openHub, type Told } from "./live-hub.ts";
import { openStream } from "./live-stream.ts";

const hub = openHub(openStream);

addEventListener("connect", (event) => {
  const port = (event as MessageEvent).ports[0]!;
  const tab = { tell: (told: Told) => port.postMessage(told) };
  port.onmessage = ({ data }: MessageEvent<Asked>) => {
    if (data === "renew") hub.renew();
    else hub.follow(tab, data);
  };
});
