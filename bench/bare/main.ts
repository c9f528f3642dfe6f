// What the portal is measured against, in a process of its own.
import { percentile } from "../figures.ts";
import { doJobs } from "../helper.ts";
import type { Figures } from "../load/closed.ts";
import { type Bare, openBare } from "./commits.ts";
import { type Listening, listenBare, listenForClaims } from "./routes.ts";

let bare: Bare | undefined;
let routes: Listening | undefined;
let sent = 0;

function nextClaim(missions: number) {
  const n = sent++;
  const mission = `bare-${n % missions}`;
  return { mission, company: `company-${n}`, key: `${mission}_company-${n}` };
}

doJobs({
  async open({ uri }: { uri: string }) {
    bare = await openBare(uri);
  },
  /** Closed loop: `clients` claims are always on their way. */
  async claims(shape: { clients: number; missions: number; seconds: number }): Promise<Figures> {
    const times: number[] = [];
    const began = performance.now();
    const end = began + shape.seconds * 1_000;
    const client = async () => {
      let now = performance.now();
      while (now < end) {
        await bare!.claim(nextClaim(shape.missions));
        const answered = performance.now();
        times.push(answered - now);
        now = answered;
      }
    };
    await Promise.all(Array.from({ length: shape.clients }, client));
    const seconds = (performance.now() - began) / 1_000;
    await bare!.caughtUp();
    const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
    return { requests: times.length, seconds, perSecond: times.length / seconds, p50, p99, errors: {} };
  },
  /** Ms of each transaction that has written rows since it was last asked. */
  async transactions(): Promise<number[]> {
    await bare!.caughtUp();
    return bare!.transactions.splice(0);
  },
  async listen({ sends }: { sends: Parameters<typeof listenBare>[0] }): Promise<{ port: number }> {
    await routes?.close();
    routes = await listenBare(sends);
    return { port: routes.port };
  },
  async listenForClaims(): Promise<{ port: number }> {
    await routes?.close();
    routes = await listenForClaims(bare!);
    return { port: routes.port };
  },
});
