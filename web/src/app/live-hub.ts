import type { Followed, Hearing, Stream } from "./live-stream.ts";

/** What a tab is told: that something changed, with the position if one was said, or how the portal is. */
export type Told = { changed: string; position?: number } | { portal: "lost" | "back" };
export type Tab = { tell(told: Told): void };

export type Hub = {
  /** All that a tab follows from now on; nothing when it is hidden or gone. */
  follow(tab: Tab, wishes: Followed[]): void;
  /** Another reader has signed in: what they may follow is asked anew. */
  renew(): void;
};

/** What a browser may follow at once: the server takes no more. */
const most = 50;

type Line = { resources: string[]; stream: Stream; open: boolean };

/** One connection for all tabs, and one more for each registration that is open by its link. */
export function openHub(
  openStream: (followed: Followed, from: string | undefined, hearing: Hearing) => Stream,
): Hub {
  const tabs = new Map<Tab, Followed[]>();
  const lines = new Map<string, Line>();
  /** What each tab knows to be as new as its line. */
  const upToDate = new Map<Tab, Set<string>>();

  const wishes = (link: string) => [...tabs.values()].flat().filter((wish) => wish.link === link);

  /** Of a line that has what is wished nothing changes, also when it has more: to come anew costs more than to hear it. */
  function adjust(link: string, anew = false) {
    const wished = wishes(link);
    // The newest first: of too many the oldest tabs go without.
    const resources = [...new Set(wished.toReversed().flatMap((wish) => wish.resources))].slice(0, most);
    const line = lines.get(link);
    if (!resources.length) {
      line?.stream.close();
      lines.delete(link);
    } else if (anew || !line || resources.some((one) => !line.resources.includes(one))) {
      begin({ link, resources, after: Math.max(...wished.map(({ after }) => after)) });
    } else if (line.open) bringUpToDate(link, line);
  }

  /** From where the line before it was, so that nobody misses what happens in between. */
  function begin(followed: Followed) {
    const { link, resources } = followed;
    const old = lines.get(link);
    old?.stream.close();
    const stream = openStream(followed, old?.stream.heard(), {
      opened() {
        // It broke, or was ended because who reads is no longer who it was.
        if (line.open) tellAll({ changed: "/api/session" });
        line.open = true;
        bringUpToDate(link, line);
      },
      changed(resource, position) {
        for (const [tab, own] of tabs)
          if (own.some((wish) => wish.link === link && wish.resources.includes(resource)))
            tab.tell({ changed: resource, position });
      },
      lost: () => tellAll({ portal: "lost" }),
      back: () => tellAll({ portal: "back" }),
    });
    const line: Line = { resources, stream, open: false };
    lines.set(link, line);
  }

  function tellAll(told: Told) {
    for (const tab of tabs.keys()) tab.tell(told);
  }

  /** Something may have changed between a tab's own answer and the moment from which it is told. */
  function bringUpToDate(link: string, { resources }: Line) {
    for (const [tab, own] of tabs) {
      const known = upToDate.get(tab)!;
      for (const resource of own.filter((wish) => wish.link === link).flatMap((wish) => wish.resources)) {
        if (known.has(resource) || !resources.includes(resource)) continue;
        known.add(resource);
        tab.tell({ changed: resource });
      }
    }
  }

  return {
    follow(tab, own) {
      const before = tabs.get(tab) ?? [];
      const still = new Set(own.flatMap(({ resources }) => resources));
      const known = [...(upToDate.get(tab) ?? [])].filter((resource) => still.has(resource));
      tabs.delete(tab);
      upToDate.delete(tab);
      if (own.length) {
        tabs.set(tab, own);
        upToDate.set(tab, new Set(known));
      }
      for (const link of new Set([...before, ...own].map((wish) => wish.link))) adjust(link);
    },
    renew: () => adjust("", true),
  };
}
