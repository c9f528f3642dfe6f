import { openHub, type Told } from "./live-hub.ts";
import type { Followed, Hearing } from "./live-stream.ts";

/** A connection as the hub sees it; what comes over it the test says. */
type Line = Followed & { from: string | undefined; hearing: Hearing; closed: boolean };

let lines: Line[];
let hub: ReturnType<typeof openHub>;
beforeEach(() => {
  lines = [];
  hub = openHub((followed, from, hearing) => {
    const line = { ...followed, from, hearing, closed: false };
    lines.push(line);
    return {
      heard: () => String(lines.length),
      close() {
        line.closed = true;
      },
    };
  });
});

function openTab() {
  const told: Told[] = [];
  return { told, tell: (one: Told) => void told.push(one) };
}
const wish = (resources: string[], link = "") => [{ resources, link, after: 0 }];
const open = () => lines.filter(({ closed }) => !closed);
const last = () => lines.at(-1)!;

it("has one connection for all tabs, which comes anew from where it was when another tab follows something else", () => {
  const [one, other] = [openTab(), openTab()];
  hub.follow(one, wish(["/api/missions"]));
  expect(last()).toMatchObject({ resources: ["/api/missions"], from: undefined });
  hub.follow(other, wish(["/api/partners", "/api/missions"]));
  expect(open()).toMatchObject([{ resources: ["/api/partners", "/api/missions"], from: "1" }]);
  hub.follow(openTab(), wish(["/api/missions"]));
  expect(lines).toHaveLength(2);
});

it("brings each tab up to date once, as soon as it is told of all", () => {
  const [one, other] = [openTab(), openTab()];
  hub.follow(one, wish(["/api/missions"]));
  expect(one.told).toEqual([]);
  last().hearing.opened();
  expect(one.told).toEqual([{ changed: "/api/missions" }]);
  hub.follow(other, wish(["/api/missions"]));
  expect(other.told).toEqual([{ changed: "/api/missions" }]);
  hub.follow(one, wish(["/api/missions", "/api/partners"]));
  last().hearing.opened();
  expect(one.told).toEqual([{ changed: "/api/missions" }, { changed: "/api/partners" }]);
});

it("has every tab ask who reads, when a connection comes again: by then that may be nobody", () => {
  const [one, other] = [openTab(), openTab()];
  hub.follow(one, wish(["/api/missions"]));
  hub.follow(other, wish(["/api/missions"]));
  last().hearing.opened();
  last().hearing.opened();
  for (const { told } of [one, other])
    expect(told).toEqual([{ changed: "/api/missions" }, { changed: "/api/session" }]);
});

it("tells a tab of what it follows, and of nothing else", () => {
  const [one, other] = [openTab(), openTab()];
  hub.follow(one, wish(["/api/missions"]));
  hub.follow(other, wish(["/api/partners"]));
  last().hearing.changed("/api/partners", 7);
  expect([one.told, other.told]).toEqual([[], [{ changed: "/api/partners", position: 7 }]]);
  last().hearing.lost();
  expect(one.told).toEqual([{ portal: "lost" }]);
});

it("lets a tab that is hidden follow nothing, and brings it up to date when it is shown again", () => {
  const [one, other] = [openTab(), openTab()];
  hub.follow(one, wish(["/api/missions"]));
  hub.follow(other, wish(["/api/missions"]));
  last().hearing.opened();
  hub.follow(one, []);
  last().hearing.changed("/api/missions", 7);
  expect(one.told).toEqual([{ changed: "/api/missions" }]);
  hub.follow(one, wish(["/api/missions"]));
  expect(one.told).toEqual([{ changed: "/api/missions" }, { changed: "/api/missions" }]);
  hub.follow(one, []);
  hub.follow(other, []);
  expect(open()).toEqual([]);
});

it("asks by a link only what is asked by it", () => {
  const tab = openTab();
  hub.follow(tab, [...wish(["/api/registrations/a/own"], "secret"), ...wish(["/api/partners"])]);
  expect(open()).toMatchObject([
    { resources: ["/api/registrations/a/own"], link: "secret" },
    { resources: ["/api/partners"], link: "" },
  ]);
  hub.follow(tab, wish(["/api/partners"]));
  expect(open()).toMatchObject([{ link: "" }]);
});

it("asks anew what may be followed when another reader has signed in", () => {
  hub.follow(openTab(), [...wish(["/api/partners"]), ...wish(["/api/registrations/a/own"], "secret")]);
  hub.renew();
  expect(open()).toMatchObject([{ link: "secret" }, { resources: ["/api/partners"], from: "2" }]);
  expect(lines).toHaveLength(3);
});

it("follows the newest fifty, of more than the server takes", () => {
  const all = Array.from({ length: 60 }, (_, n) => `/api/missions/m-${n}`);
  for (const one of all) hub.follow(openTab(), wish([one]));
  expect(last().resources).toEqual(all.slice(10).toReversed());
});
