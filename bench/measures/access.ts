import { beside, type Line } from "../lines.ts";
import { shareOf } from "../stage/profile.ts";
import type { Stage } from "../stage/stage.ts";
import { claim, togetherFor } from "./sign-ups.ts";

/** Where it is decided who may: whether this caller may do this, and what else they may. */
const deciding = ["shared/access/policy.ts", "shared/contract/may.ts"];

/** What the portal's work is spent on deciding who may, while members sign up and while they read what they sign up for. */
export async function access(stage: Stage): Promise<Line[]> {
  const { effort, load, portal, people } = stage;
  const { connections } = effort;
  const seconds = Math.min(5, effort.seconds);
  const claims = await togetherFor(stage, seconds);
  const session = people.members[0]!.session;
  const read = (path: string) =>
    load.ask("reads", { port: portal.port, connections, seconds, path, session });
  const share = async (name: string, work: () => Promise<unknown>): Promise<Line> => {
    const spent = shareOf(await portal.profile(work), deciding);
    return beside(`deciding who may: ${name}`, spent * 100, "%", 100, { atMost: 0.05 });
  };
  return [
    await share("a sign-up", () => claim(stage, claims, connections, seconds)),
    await share("a mission as a member reads it", () => read(`/api/missions/${claims.missions[0]}`)),
    await share("a list of 20", () => read("/api/missions?limit=20")),
    await share("who am I, and what may I", () => read("/api/session")),
  ];
}
