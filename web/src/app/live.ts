import { useEffect } from "react";
import { headersFor, reach, sawPosition } from "./api.ts";
import { refresh } from "./queries.ts";

const waits = { first: 1_000, longest: 30_000 };

/**
 * Keeps the page in step with these resources: each message names one that changed, and it is asked again.
 * By fetch and not by EventSource, which cannot send the link of a registration. One connection a page, and none
 * while the page is hidden: a browser has six to a server.
 */
export function useLive(...resources: string[]): void {
  const joined = resources.join(",");
  useEffect(() => {
    if (!joined) return;
    let connection = new AbortController();
    const follow = () => {
      connection.abort();
      connection = new AbortController();
      if (document.visibilityState === "visible") void listen(joined, connection.signal);
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      connection.abort();
    };
  }, [joined]);
}

/** What one may not follow stays away; all else may come back. */
const final = [400, 401, 403, 404];

async function listen(resources: string, signal: AbortSignal): Promise<void> {
  let wait = waits.first;
  while (!signal.aborted) {
    try {
      const response = await reach(`/api/live?resources=${encodeURIComponent(resources)}`, {
        headers: { ...headersFor(resources), accept: "text/event-stream" },
        signal,
      });
      if (final.includes(response.status)) return;
      if (response.ok && response.body) {
        // Also the first time: something may have changed between the page's answers and this connection.
        refreshAll(resources);
        wait = waits.first;
        await readEvents(response.body, signal);
      }
    } catch {
      // Gone: try again below.
    }
    await pause(wait * (0.5 + Math.random()), signal);
    wait = Math.min(wait * 2, waits.longest);
  }
}

async function readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>, signal: AbortSignal): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done || signal.aborted) return;
    text += value;
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) onEvent(event);
  }
}

function onEvent(event: string): void {
  const data = event.split("\n").find((line) => line.startsWith("data:"));
  if (!data) return;
  const { resource, position } = JSON.parse(data.slice("data:".length));
  sawPosition(position);
  void refresh(resource);
}

function refreshAll(resources: string): void {
  for (const resource of resources.split(",")) void refresh(resource);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      done();
    });
  });
}
