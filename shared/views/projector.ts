import type { Kernel } from "../kernel.ts";
import { type Follower, startFollower } from "./follower.ts";
import { ensureMark, marksOf } from "./marks.ts";
import { prepareRows } from "./prepare.ts";
import { dropAbandoned, finishSwap, rebuild } from "./rebuild.ts";
import type { View } from "./view.ts";

export type Projector = {
  /** The position up to which this process knows the view to be complete. */
  position(view: string): number;
  /** Builds the view anew beside itself and puts it in its place. */
  rebuild(view: string): Promise<void>;
  stop(): Promise<void>;
};

/** One projector a service: it follows the log for all views together. A view that fails goes on alone. */
export async function startProjector(kernel: Kernel, service: string, views: View[]): Promise<Projector> {
  const marks = marksOf(kernel.mongo);
  for (const view of views) {
    const mark = await ensureMark(marks, view.name, view.version);
    if (mark.swapping) await finishSwap(kernel, view);
    await dropAbandoned(kernel, view);
    if (mark.version !== view.version) await rebuild(kernel, view);
    await prepareRows(kernel, view, view.name);
  }
  const alone: Follower[] = [];
  const together = await startFollower(kernel, views, async (view) => {
    alone.push(await startFollower(kernel, [view], undefined));
  });
  const followerOf = (name: string) => [together, ...alone].find((follower) => follower.follows(name));

  return {
    position: (view) => followerOf(view)?.position(view) ?? 0,
    async rebuild(name) {
      const view = views.find((own) => own.name === name);
      if (!view) throw new Error(`${service} has no view ${name}.`);
      return rebuild(kernel, view);
    },
    async stop() {
      // First the one from which a view may be leaving just now.
      await together.stop();
      await Promise.all(alone.map((follower) => follower.stop()));
    },
  };
}
