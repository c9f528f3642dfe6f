import { services } from "#services/all.ts";
import { identity } from "#services/identity/identity.contract.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { member, officer, planOf } from "#services/missions/missions.testing.ts";
import { inRole } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { admit } from "../kit/people.ts";
import { wordsIn } from "../kit/words-in.ts";

const { actions } = missions;
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
const zandbank = { mission: "natal", company: "zandbank" };
const answers = { passportName: "Zeldzaam Paspoort", telephone: "+32 470 11 22 33", listed: false };
const diet = "Zeldzame noten";
const sanne = inRole("member", "sanne", "zandbank");
let node: TestNode;

beforeAll(async () => {
  const config = { publicUrl: "https://portal.example.org", demo: false };
  node = await startNode({ services, clock, config });
  await admit(node, "getijkracht", "office", ["officer"], "leen");
  await admit(node, "zandbank", "company", ["member"], "sanne");
  await node.as(officer, actions.planMission, { id: "natal", ...planOf() });
  await node.settled();
  await node.as(member("zandbank"), actions.claim, { ...zandbank, seats: 3 });
  await node.settled();
});
afterAll(() => node.stop());

/** Somebody who has filled in all that is asked. */
async function named(name: string, email: string): Promise<string> {
  const asked = { ...zandbank, name, email, role: "Zeldzame functie", language: "nl" };
  const { delegate } = (await node.as(member("zandbank"), actions.nameDelegate, asked)) as any;
  await node.settled();
  const who = { kind: "delegate-link", delegate, company: "zandbank" } as const;
  await node.as(who, actions.answerByLink, { mission: "natal", delegate, ...answers, diet });
  await node.settled();
  return delegate;
}

const found = (words: string[]) => wordsIn(node.kernel.mongo, words);
const theirs = Object.values({ ...answers, diet }).filter((word) => typeof word === "string");

it("K8: what is kept of somebody as a delegate of their company is among all that is kept about them", async () => {
  const delegate = await named("Sanne Zeldzaam", "Sanne@zandbank.example");
  const { personalData } = identity.actions;
  const { held } = (await node.as(sanne, personalData, { person: "sanne" })) as any;
  const about = held.filter((one: any) => one.content.subject === `delegate/${delegate}`);
  expect(about.map((one: any) => one.in).sort()).toEqual([
    "missions.documents: answers",
    "missions.documents: delegate",
  ]);
  expect(JSON.stringify(about)).toContain(diet);
  expect(held.map((one: any) => one.in)).toContain("missions.delegate-links");
  expect(JSON.stringify(held)).not.toMatch(/[A-Za-z0-9_-]{43}/);
});

it("K8: what a delegate filled in goes to nobody in their place: the export says that it is there, and withheld", async () => {
  const admin = inRole("admin", "joris", "office");
  const ask = async (who: typeof sanne) =>
    (await node.as(who, identity.actions.personalData, { person: "sanne" })) as any;
  const [own, others] = [await ask(sanne), await ask(admin)];
  expect([own.withheld, others.withheld]).toEqual([[], ["missions.documents: answers"]]);
  const said = JSON.stringify(others);
  for (const word of theirs) expect([word, said.includes(word)]).toEqual([word, false]);
  expect(JSON.stringify(own)).toContain(diet);
  expect(others.held.map((one: any) => one.in)).toContain("missions.documents: delegate");
});

it("K7: erasing somebody erases what is kept of them as a delegate", async () => {
  const words = ["Sanne Zeldzaam", ...theirs];
  expect((await found(words)).map((at) => at.split(":")[0])).toContain("missions.documents");
  await node.as(sanne, identity.actions.askErasure, { id: "sanne" });
  await node.settled();
  await node.as(officer, identity.actions.erasePerson, { id: "sanne" });
  await node.settled();
  expect(await found(words)).toEqual([]);
  const { rows } = (await node.as(member("zandbank"), actions.delegates, zandbank)) as any;
  expect(rows).toEqual([{ delegate: expect.any(String), done: true, byOffice: false }]);
});

it("K7: who is taken off is erased at once, all others thirty days after the mission", async () => {
  const [tine, bram] = [
    await named("Tine Zeldzaam", "tine.zeldzaam@elders.example"),
    await named("Bram Zeldzaam", "bram.zeldzaam@elders.example"),
  ];
  await node.as(member("zandbank"), actions.removeDelegate, { ...zandbank, delegate: tine });
  await node.settled();
  expect(await found(["Tine Zeldzaam", "tine.zeldzaam@elders.example"])).toEqual([]);
  const bramsWords = ["Bram Zeldzaam", "bram.zeldzaam@elders.example", ...theirs];
  clock.set(new Date("2027-02-05T23:59:59Z"));
  await node.settled();
  expect(await found(bramsWords)).not.toEqual([]);
  clock.set(new Date("2027-02-06T00:00:00Z"));
  await until(async () => (await found(bramsWords)).length === 0);
  const who = { kind: "delegate-link", delegate: bram, company: "zandbank" } as const;
  expect(await node.as(who, actions.delegateOfOwnLink, { mission: "natal", delegate: bram })).toEqual({
    refused: "not-found",
    params: {},
  });
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await isTrue())) if (Date.now() > end) throw new Error("It did not come.");
}
