import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { createParser } from "eventsource-parser";

export type Following = {
  status: number;
  response: IncomingMessage;
  /** What was told, each as it came. */
  told: { resource: string; position: number }[];
  /** Every id that was said, also by what tells nothing. */
  ids(): number[];
  /** The ms before a browser would come back, as it was told. */
  retry(): number | undefined;
  /** Waits until so much has been told. */
  heard(count: number, ms?: number): Promise<void>;
  ended: Promise<unknown>;
  leave(): void;
};

/** A browser without pages that follows resources of the portal. */
export async function follow(
  url: string,
  resources: string[],
  headers: Record<string, string> = {},
): Promise<Following> {
  const path = `/api/live?resources=${encodeURIComponent(resources.join(","))}`;
  const call = get(`${url}${path}`, { headers, agent: false });
  const [response] = (await once(call, "response")) as [IncomingMessage];
  const told: Following["told"] = [];
  let [text, retry]: [string, number | undefined] = ["", undefined];
  const parser = createParser({
    onEvent: ({ data }) => told.push(JSON.parse(data)),
    onRetry: (ms) => {
      retry = ms;
    },
  });
  response.setEncoding("utf8");
  response.on("data", (chunk: string) => {
    text += chunk;
    if (response.statusCode === 200) parser.feed(chunk);
  });
  response.on("error", () => {});
  const ended = new Promise((resolve) => response.on("close", resolve));
  // Its first line says where they are.
  if (response.statusCode === 200) await once(response, "data");
  return {
    status: response.statusCode!,
    response,
    told,
    ids: () => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id)),
    retry: () => retry,
    async heard(count, ms = 3_000) {
      const end = Date.now() + ms;
      while (told.length < count) {
        if (Date.now() > end) throw new Error(`${told.length} of ${count} messages came within ${ms} ms`);
        await sleep(5);
      }
    },
    ended,
    leave: () => call.destroy(),
  };
}
