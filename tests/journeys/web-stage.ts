import type { Config } from "#shared/config/config.ts";
import { testServers } from "#shared/config/test-servers.ts";
import { dropDatabase } from "#shared/mongo/connect.ts";
import { type Shape, startPortal } from "../faults/portal.ts";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";

export type Stage = {
  /** What the stage was set in; at rest when the cluster plays. */
  product: Product;
  url: string;
  mission: string;
  twoCompanies: [string, string];
  stop(): Promise<void>;
};

/** With everything to be tested, also the portal of many processes. */
export function shapes(): Shape[] {
  const { all, natsUrl } = testServers();
  return all && natsUrl ? ["one process", "cluster"] : ["one process"];
}

function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString();
}

/** The portal with an officer, some companies, and a mission that is open with one seat left. */
export async function setStage(shape: Shape = "one process", config: Partial<Config> = {}): Promise<Stage> {
  const mission = "kobe-offshore-wind";
  const product = await startProduct({ config });
  try {
    await fill(product, mission);
    const { url, stop } = shape === "cluster" ? await asCluster(product) : product;
    return { product, url, stop, mission, twoCompanies: ["first-company", "second-company"] };
  } catch (error) {
    await product.stop();
    throw error;
  }
}

/** The same database, from now on under a process for each service. */
async function asCluster(product: Product): Promise<Pick<Stage, "url" | "stop">> {
  const { mongoUri } = product.kernel.config;
  await product.broker.stop();
  const portal = await startPortal("cluster", { mongoUri, natsUrl: testServers().natsUrl });
  return {
    url: portal.url,
    async stop() {
      await portal.stop();
      await dropDatabase(mongoUri);
    },
  };
}

async function fill(product: Product, mission: string): Promise<void> {
  await admit(product, "office", "office", ["officer"], "an-officer");
  for (const company of ["first-company", "second-company", "third-company"]) {
    await admit(product, company, "company", ["member"]);
  }
  const officer = await signIn(product, "an-officer");
  const planned = await officer.send("POST", "/api/missions", { body: { id: mission, ...plan } });
  if (planned.status !== 200) throw new Error(`no mission: ${JSON.stringify(planned.body)}`);
  await product.settled();
  const taken = await claim(officer, mission, "third-company", 11);
  if (taken.status !== 200) throw new Error(`no seats taken: ${JSON.stringify(taken.body)}`);
  await product.settled();
}

const onDay = (offset: number) => day(offset).slice(0, 10);

const plan = {
  title: { nl: "Kobe: wind op zee", en: "Kobe: wind at sea" },
  goals: [
    {
      nl: "Havens leren kennen die windparken op zee bouwen.",
      en: "Meet ports that build wind farms at sea.",
    },
  ],
  targetProfile: [{ en: "Builders of foundations and cables." }],
  from: "BE",
  legs: [
    {
      ...{ city: "Kobe", country: "JP", timeZone: "Asia/Tokyo", firstDay: onDay(60), lastDay: onDay(63) },
      programme: [
        {
          ...{ day: onDay(61), startsAt: "14:00", endsAt: "16:30", place: "Port Terminal" },
          title: { nl: "Bezoek aan de haven", en: "Visit to the port" },
        },
        { day: onDay(61), startsAt: "07:30", endsAt: "09:00", title: { en: "Breakfast with partners" } },
      ],
    },
    {
      ...{ city: "Busan", country: "KR", timeZone: "Asia/Seoul", firstDay: onDay(63), lastDay: onDay(65) },
      programme: [],
    },
  ],
  firstDay: day(60).slice(0, 10),
  lastDay: day(65).slice(0, 10),
  capacity: 12,
  minimum: 4,
  signUpOpensAt: day(-2),
  signUpClosesAt: day(30),
  partners: [],
};

type Officer = Awaited<ReturnType<typeof signIn>>;

/** Seats are offered by a reaction, a moment after the mission is planned. */
async function claim(officer: Officer, mission: string, company: string, seats: number) {
  for (let tries = 0; ; tries++) {
    const reply = await officer.send("POST", `/api/missions/${mission}/claims`, { body: { company, seats } });
    if (reply.body.code !== "missions.no-seats-offered" || tries > 50) return reply;
    await new Promise((done) => setTimeout(done, 100));
  }
}
