import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { serviceOf } from "#shared/contract/events.ts";
import type { News } from "./news.ts";
import type { Refused } from "./problems.ts";

export type Kept = { body: string; etag: string; position: number; at: number };

export type KeptAnswers = {
  /**
   * The answer, from memory while nothing has changed; asked for once when many want it. `mayAsk` throws when this caller
   * may not be the one for whom it is asked.
   */
  get(
    key: string,
    services: string[],
    after: number | undefined,
    mayAsk: () => Promise<void>,
    ask: (after: number) => Promise<Fresh>,
  ): Promise<Kept | Fresh>;
};

/** Kept unless it is behind, or a refusal. */
export type Fresh = { body: string; version?: number; behind?: number } | { refusal: Refused };

/** What depends on the clock (a sign-up that opens) may be this old. */
const longestMs = 1_000;

/** Answers that are the same for all, until an event of a service they are made from comes by. */
export function keepAnswers(news: News): KeptAnswers {
  const answers = new LRUCache<string, Kept>({
    maxSize: 32 * 1024 * 1024,
    sizeCalculation: ({ body }) => body.length + 200,
  });
  const asking = new Map<string, Promise<Kept | Fresh>>();
  const changed = new Map<string, number>();
  news.each((commit) => {
    for (const { outcomes } of commit.entries) {
      for (const { type } of outcomes.flatMap(({ events }) => events))
        changed.set(serviceOf(type) ?? "", commit._id);
    }
  });

  async function fetch(
    key: string,
    least: number,
    ask: (after: number) => Promise<Fresh>,
  ): Promise<Kept | Fresh> {
    // What a caller says it has seen vouches for nothing: only what this process has seen itself.
    const seen = news.position();
    const fresh = await ask(least);
    if ("refusal" in fresh || fresh.behind) return fresh;
    const kept = {
      body: fresh.body,
      etag: etagOf(fresh.body, fresh.version),
      position: seen,
      at: Date.now(),
    };
    answers.set(key, kept);
    return kept;
  }

  return {
    async get(key, services, after = 0, mayAsk, ask) {
      const seen = await news.seen(after);
      const least = Math.max(seen, ...services.map((service) => changed.get(service) ?? 0));
      const kept = answers.get(key);
      if (kept && kept.position >= least && Date.now() - kept.at < longestMs) return kept;
      const flight = `${least} ${key}`;
      if (!asking.has(flight)) await mayAsk();
      // Another may have asked meanwhile.
      const already = asking.get(flight);
      if (already) return already;
      const asked = fetch(key, least, ask).finally(() => asking.delete(flight));
      asking.set(flight, asked);
      return asked;
    },
  };
}

/** Begins with the record's version where it has one, so that it serves `If-Match` too. */
function etagOf(body: string, version: number | undefined): string {
  const tag = hash("sha256", body, "base64url").slice(0, 12);
  return version === undefined ? `"${tag}"` : `"${version}.${tag}"`;
}
