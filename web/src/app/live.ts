import { useEffect } from "react";
import { linkFor, positionSeen, sawPosition } from "./api.ts";
import { back, lost } from "./connection.ts";
import type { Told } from "./live-hub.ts";
import type { Followed } from "./live-stream.ts";
import { refresh } from "./queries.ts";

/** What a tab says to the worker that all tabs share: all it follows from now on, or that another reader has signed in. */
export type Asked = Followed[] | "renew";

/** What the parts of this page follow; a set, for two may follow the same. */
const followed = new Set<string[]>();
let say: ((asked: Asked) => void) | undefined;
let soon: ReturnType<typeof setTimeout> | undefined;

/** Keeps the page in step with these resources: when one has changed, it is asked again. */
export function useLive(...resources: string[]): void {
  const joined = resources.join(",");
  useEffect(() => {
    if (!joined) return;
    const own = joined.split(",");
    followed.add(own);
    followSoon();
    return () => {
      followed.delete(own);
      followSoon();
    };
  }, [joined]);
}

/** To be called when another reader has signed in, or nobody reads any more. */
export const renewLive = () => say?.("renew");

/** From one page to the next is one change. */
function followSoon() {
  clearTimeout(soon);
  soon = setTimeout(follow);
}

/** While the page is hidden it follows nothing; shown again, it is brought up to date. */
function follow() {
  const shown = document.visibilityState === "visible";
  const resources = shown ? [...new Set([...followed].flat())] : [];
  if (!say && !resources.length) return;
  const wishes = Map.groupBy(resources, linkFor);
  const after = positionSeen();
  say ??= connect();
  say([...wishes].map(([link, own]) => ({ link, resources: own, after })));
}

document.addEventListener("visibilitychange", follow);
// A page that is kept for the way back is not told that it is hidden everywhere.
addEventListener("pagehide", () => say?.([]));
addEventListener("pageshow", ({ persisted }) => persisted && follow());

function connect(): (asked: Asked) => void {
  if (!("SharedWorker" in globalThis)) return connectAlone();
  const worker = new SharedWorker(new URL("./live-worker.ts", import.meta.url), {
    type: "module",
    name: "live",
  });
  worker.port.onmessage = ({ data }: MessageEvent<Told>) => hear(data);
  worker.onerror = () => {
    say = connectAlone();
    follow();
  };
  return (asked) => worker.port.postMessage(asked);
}

/** Where tabs cannot share, each has a connection of its own. */
function connectAlone(): (asked: Asked) => void {
  const parts = Promise.all([import("./live-hub.ts"), import("./live-stream.ts")]);
  const hub = parts.then(([{ openHub }, { openStream }]) => openHub(openStream));
  const tab = { tell: hear };
  return (asked) =>
    void hub.then((own) => {
      if (asked === "renew") own.renew();
      else own.follow(tab, asked);
    });
}

function hear(told: Told) {
  if ("portal" in told) return told.portal === "lost" ? lost() : back();
  sawPosition(told.position);
  void refresh(told.changed);
}
