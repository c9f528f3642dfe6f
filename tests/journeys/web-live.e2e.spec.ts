import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { perMinute } from "#services/gateway/rate-limits.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { officer } from "#services/missions/missions.testing.ts";
import { until } from "../faults/portal.ts";
import { aloneFromNow, type Window } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";

jest.setTimeout(240_000);

type Line = { resources: string[]; from: string | undefined; response: ServerResponse };

withBrowser("pages that are open", () => {
  const { gateway, missions: texts } = textsOf("en");
  const play = openPlay();
  /** The connections that stand open now. */
  const lines = new Set<Line>();

  beforeAll(() => {
    const { app } = play.stage.product.broker.getLocalService("gateway") as any;
    (app.server as Server).on("request", ({ url, headers }: IncomingMessage, response: ServerResponse) => {
      const { pathname, searchParams } = new URL(url!, "http://here");
      if (pathname !== "/api/live") return;
      const resources = searchParams.get("resources")!.split(",").sort();
      const line = { resources, from: headers["last-event-id"] as string | undefined, response };
      lines.add(line);
      response.on("close", () => lines.delete(line));
    });
  });

  async function openTab({ context }: Window, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(play.stage.url + path);
    return page;
  }

  const list = "/api/missions";
  const followed = () => JSON.stringify([...lines].map(({ resources }) => [...resources].sort()));
  /** And, as on every page, what the portal is called. */
  const follows = (...wished: string[][]) => {
    const all = JSON.stringify(wished.map((own) => [...own, "/api/installation"].sort()));
    return until(`${all} are followed`, () => followed() === all);
  };

  const waiting = (count: number) =>
    texts.strip[count === 1 ? "waiting_one" : "waiting_other"].replace("{{count, number}}", String(count));

  /** One seat is left, and each company asks for two. */
  async function claim(company: string): Promise<void> {
    const { product, mission } = play.stage;
    await product.as(officer, missions.actions.claim, { mission, company, seats: 2 });
  }

  it("share one connection over the tabs of a browser, and show what changed, also while it was broken", async () => {
    const window = await play.openWindow(1280, "en");
    const one = `${list}/${play.stage.mission}`;
    const tabs = [await openTab(window, "/en/missions")];
    await follows([list]);
    tabs.push(await openTab(window, `/en/missions/${play.stage.mission}`));
    await follows([list, one]);
    tabs.push(await openTab(window, "/en/missions"));
    await tabs[2]!.locator(".mission-row").waitFor();
    await claim("first-company");
    for (const tab of tabs) await tab.getByText(waiting(1)).waitFor();
    await follows([list, one]);

    const heard = play.stage.product.kernel.tail.head();
    for (const { response } of lines) response.destroy();
    await claim("second-company");
    for (const tab of tabs) await tab.getByText(waiting(2)).waitFor();
    await follows([list, one]);
    const [again] = lines;
    expect(Number(again!.from)).toBeLessThanOrEqual(heard);
    expect(Number(again!.from)).toBeGreaterThan(0);

    await window.context.close();
    await follows();
  });

  it("have a connection each where tabs cannot share one, and none while they are hidden", async () => {
    const window = await play.openWindow(390, "en");
    await aloneFromNow(window.page);
    await window.page.goto(`${play.stage.url}/en/missions`);
    await window.page.getByText(waiting(2)).waitFor();
    await follows([list]);
    const hide = (state: "hidden" | "visible") =>
      window.page.evaluate(
        `Object.defineProperty(document, "visibilityState", { value: "${state}", configurable: true });
         document.dispatchEvent(new Event("visibilitychange"))`,
      );
    await hide("hidden");
    await follows();
    await hide("visible");
    await follows([list]);
    const { product, mission } = play.stage;
    await product.as(officer, missions.actions.withdraw, { mission, company: "second-company" });
    await window.page.getByText(waiting(1)).waitFor();
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });

  it("say plainly that too much was asked, and do not ask again by themselves", async () => {
    const { url } = play.stage;
    const headers = { "content-type": "application/json" };
    for (let n = 0; n < perMinute.enter; n++)
      await fetch(`${url}/api/session`, { method: "POST", headers, body: "{}" });
    const { page, context } = await play.openWindow(390, "en");
    let tries = 0;
    page.on("request", (request) => {
      if (request.method() === "POST") tries++;
    });
    await page.goto(`${url}/sign-in`);
    await page.getByRole("button", { name: "Person of office" }).click();
    await page.getByText(gateway.problems["too-many-requests"]).waitFor();
    expect(tries).toBe(1);
    await context.close();
  });
});
