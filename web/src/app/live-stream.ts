import { isOfProxy } from "./of-proxy.ts";

/** What is followed over one connection, and by what it is asked: a link, or who is signed in. */
export type Followed = { resources: string[]; link: string; after: number };

export type Hearing = {
  /** From now on all that changes is told. */
  opened(): void;
  changed(resource: string, position: number): void;
  /** The portal answers, or does not. */
  lost(): void;
  back(): void;
};

export type Stream = {
  /** Up to where it has heard of all; undefined before the first answer. */
  heard(): string | undefined;
  close(): void;
};

const waits = { first: 1_000, longest: 30_000 };

/** What one may not follow stays away; all else may come back. */
const final = [400, 401, 403, 404];

/**
 * One connection to `/api/live`, made again for as long as it is wanted, from where it was. By fetch and not by
 * EventSource, which cannot send the link of a registration.
 */
export function openStream(followed: Followed, from: string | undefined, hearing: Hearing): Stream {
  const connection = new AbortController();
  let heard = from;
  let wait = waits.first;
  void listen(connection.signal);

  async function listen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const response = await connect(signal).catch(() => undefined);
      if (signal.aborted) return;
      if (!response || isOfProxy(response)) hearing.lost();
      else {
        hearing.back();
        if (final.includes(response.status)) return;
        if (response.ok && response.body) {
          wait = waits.first;
          hearing.opened();
          await readEvents(response.body, signal).catch(() => {});
        }
      }
      // Whoever were told at once to come back would come all at once.
      await pause(wait * (0.5 + Math.random()), signal);
      wait = Math.min(wait * 2, waits.longest);
    }
  }

  function connect(signal: AbortSignal): Promise<Response> {
    const { resources, link, after } = followed;
    return fetch(`/api/live?resources=${encodeURIComponent(resources.join(","))}`, {
      headers: {
        accept: "text/event-stream",
        ...(link && { "causeway-link": link }),
        ...(after > 0 && { "causeway-after": String(after) }),
        ...(heard !== undefined && { "last-event-id": heard }),
      },
      signal,
    });
  }

  async function readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>, signal: AbortSignal) {
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

  /** As the HTML standard has them; an event without data only says up to where all has been told, or when to come back. */
  function onEvent(event: string): void {
    const fields = new Map(event.split("\n").map((line) => line.split(/: ?(.*)/s, 2) as [string, string]));
    heard = fields.get("id") ?? heard;
    wait = Number(fields.get("retry") ?? wait);
    const data = fields.get("data");
    if (data === undefined) return;
    const { resource, position } = JSON.parse(data);
    hearing.changed(resource, position);
  }

  return {
    heard: () => heard,
    close: () => connection.abort(),
  };
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
