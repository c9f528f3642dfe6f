import { readFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import { codeList } from "#shared/codes/codes.ts";
import { hasRightCheckDigits } from "../enterprise-number.ts";
import { membersFile as generated } from "../generate-members.ts";
import clustersFile from "./clusters.json" with { type: "json" };
import membersFile from "./members.json" with { type: "json" };
import missionsFile from "./missions.json" with { type: "json" };
import officersFile from "./officers.json" with { type: "json" };
import personsFile from "./persons.json" with { type: "json" };

const { clusters } = clustersFile;
const { members } = membersFile;
const { missions } = missionsFile;
const { officers } = officersFile;
const { persons } = personsFile;

type Cluster = (typeof clusters)[number];
type Mission = (typeof missions)[number];

const memberIds = new Set(members.map((member) => member.id));
const clusterIds = new Set(clusters.map((cluster) => cluster.id));
const officerIds = new Set(officers.map((officer) => officer.id));

function tally<Item>(
  items: readonly Item[],
  key: (item: Item) => string | undefined,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const value = key(item);
    if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

function isSorted(days: number[]): boolean {
  return days.every((day, index) => index === 0 || days[index - 1]! <= day);
}

describe("members of Getijkracht", () => {
  const companies = members.filter((member) => member.kind === "company");

  it("are 164 in the proportions of the cluster", () => {
    expect(tally(members, (member) => member.kind)).toEqual({
      company: 118,
      university: 3,
      college: 5,
      "research-centre": 6,
      "public-body": 6,
      associate: 26,
    });
    const { large, ...smaller } = tally(companies, (company) => company.size);
    expect(large).toBe(26);
    expect(Object.values(smaller).reduce((sum, count) => sum + count)).toBe(92);
    expect(tally(companies, (company) => company.province)).toEqual({
      "BE-VWV": 40,
      "BE-VAN": 37,
      "BE-VOV": 26,
      "BE-VBR": 9,
      "BE-VLI": 5,
      "BE-BRU": 1,
    });
  });

  it("are what the generator writes", async () => {
    expect(await readFile(new URL("./members.json", import.meta.url), "utf8")).toBe(generated());
  });

  it("have a number, a name and an address of their own", () => {
    for (const key of ["id", "name", "enterpriseNumber"] as const) {
      expect(new Set(members.map((member) => member[key])).size).toBe(members.length);
    }
    expect(members.filter(({ enterpriseNumber }) => !hasRightCheckDigits(enterpriseNumber))).toEqual([]);
    expect(members.filter(({ enterpriseNumber }) => !enterpriseNumber.startsWith("1999"))).toEqual([]);
    expect(members.filter(({ contact }) => !contact.mail.endsWith(".example"))).toEqual([]);
  });

  it("use codes of the lists", () => {
    expect(members.filter(({ nace }) => !codeList("nace").isCurrent(nace))).toEqual([]);
    expect(members.filter(({ province }) => !codeList("subdivisions").isCurrent(province))).toEqual([]);
  });

  it("stand in the order they joined, from the start of the cluster on", () => {
    expect(isSorted(members.map((member) => member.joined))).toBe(true);
    expect(members.filter(({ joined }) => joined < -900 || joined > 0)).toEqual([]);
  });

  it("have twelve with a story, and one person who speaks for two companies", () => {
    expect(members.filter((member) => member.trait).length).toBe(12);
    const shared = members.filter(({ contact }) => contact.alsoAt);
    expect(shared.map((member) => member.id)).toContain("vuurtoren-analytics");
    expect(new Set(shared.map(({ contact }) => contact.mail)).size).toBe(1);
    expect(shared.map((member) => member.id).toSorted()).toEqual(
      shared.map(({ contact }) => contact.alsoAt).toSorted(),
    );
    expect(new Set(members.map(({ contact }) => contact.mail)).size).toBe(members.length - 1);
  });
});

describe("enterprise numbers", () => {
  it("with wrong check digits are noticed", () => {
    // The enterprise number that the register's own manual uses as its example of right check digits.
    expect(hasRightCheckDigits("0123456749")).toBe(true);
    expect(hasRightCheckDigits("0123456748")).toBe(false);
    expect(hasRightCheckDigits("2123456749")).toBe(false);
    expect(hasRightCheckDigits("123456749")).toBe(false);
  });
});

describe("foreign clusters", () => {
  const lastStep = (cluster: Cluster) => cluster.steps.at(-1)!;

  it("are 27 registrations of 26 clusters in the states of the set", () => {
    expect(clusterIds.size).toBe(27);
    expect(clusters.filter((cluster) => "duplicateOf" in cluster).length).toBe(1);
    expect(tally(clusters, (cluster) => cluster.state)).toEqual({
      draft: 3,
      "in-review": 4,
      "changes-asked": 1,
      submitted: 2,
      accepted: 1,
      published: 14,
      expired: 1,
      rejected: 1,
    });
  });

  it("are in the state their steps lead to", () => {
    const statesAfter: Record<string, string[]> = {
      started: ["draft"],
      "asked-colleague": ["draft"],
      submitted: ["in-review", "submitted"],
      "changes-asked": ["changes-asked"],
      accepted: ["accepted"],
      rejected: ["rejected"],
      confirmed: ["published", "expired"],
    };
    for (const cluster of clusters) {
      expect([cluster.id, statesAfter[lastStep(cluster).step]]).toEqual([
        cluster.id,
        expect.arrayContaining([cluster.state]),
      ]);
    }
  });

  it("took only steps that may follow each other, in order of days", () => {
    const next: Record<string, string[]> = {
      started: ["submitted", "asked-colleague"],
      "asked-colleague": ["submitted"],
      submitted: ["changes-asked", "accepted", "rejected"],
      "changes-asked": ["resubmitted"],
      resubmitted: ["changes-asked", "accepted", "rejected"],
      accepted: ["confirmed"],
    };
    for (const { id, steps } of clusters) {
      expect([id, isSorted(steps.map((step) => step.day))]).toEqual([id, true]);
      expect([id, steps[0]!.step]).toEqual([id, "started"]);
      for (const [index, { step }] of steps.slice(1).entries()) {
        expect(next[steps[index]!.step]).toContain(step);
      }
      const decided = steps.filter(({ step }) => ["changes-asked", "accepted", "rejected"].includes(step));
      expect(decided.filter((step) => !("by" in step && officerIds.has(`${step.by}`)))).toEqual([]);
    }
  });

  it("expire after 730 days; a draft ends after 30", () => {
    const days = (state: string) =>
      clusters.filter((cluster) => cluster.state === state).map((one) => lastStep(one).day);
    expect(days("published").filter((day) => day <= -730)).toEqual([]);
    expect(days("expired").filter((day) => day > -730)).toEqual([]);
    expect(days("draft").filter((day) => day <= -30)).toEqual([]);
    expect(days("changes-asked")).toEqual([-9]);
  });

  it("give a region of their country and ecosystems of the lists", () => {
    const nuts = codeList("nuts");
    for (const { id, country, region, ecosystems } of clusters) {
      const prefix = region.code === "UKM6" ? "UK" : country;
      expect([id, region.code.slice(0, 2)]).toEqual([id, prefix]);
      const list = region.list === "nuts" ? nuts : codeList("subdivisions");
      expect([id, list.has(region.code)]).toEqual([id, true]);
      expect(ecosystems.length).toBeGreaterThanOrEqual(1);
      expect(ecosystems.length).toBeLessThanOrEqual(3);
      expect(ecosystems.filter((code) => !codeList("ecosystems").isCurrent(code))).toEqual([]);
    }
    const retired = clusters.filter(({ region }) => region.list === "nuts" && !nuts.isCurrent(region.code));
    expect(retired.map((cluster) => cluster.id)).toEqual(["orkney-tidal-circle"]);
  });

  it("have 15 members or more where they were accepted; two in review have 11, one of them a programme", () => {
    const size = ({ members: counts }: Cluster) =>
      counts && counts.companies + counts.knowledge + counts.public + counts.other;
    const accepted = clusters.filter(({ state }) => ["accepted", "published", "expired"].includes(state));
    expect(accepted.filter((cluster) => (size(cluster) ?? 0) < 15 || (cluster.staffFte ?? 0) < 0.5)).toEqual(
      [],
    );
    const small = clusters.filter((cluster) => size(cluster) === 11);
    expect(small.map(({ state, programme }) => [state, programme !== null])).toEqual([
      ["in-review", false],
      ["in-review", true],
    ]);
  });

  it("keep their texts short; four wrote only in their own language", () => {
    const texts = clusters.flatMap(({ name, summary }) => [name, ...Object.values(summary)]);
    expect(texts.filter((text) => text.length > 200)).toEqual([]);
    const submitted = clusters.filter((cluster) => cluster.state !== "draft");
    const ownOnly = submitted.filter(({ summary }) => !("en" in summary));
    expect(tally(ownOnly, (cluster) => cluster.language)).toEqual({ ja: 2, pl: 1, he: 1 });
  });
});

describe("missions", () => {
  it("are nine, in order, with known partners and members", () => {
    expect(missions.length).toBe(9);
    expect(isSorted(missions.map((mission) => mission.start))).toBe(true);
    expect(missions.flatMap((mission) => mission.partners).filter((id) => !clusterIds.has(id))).toEqual([]);
    const named = missions.flatMap((mission) =>
      [...mission.claims, ...mission.withdrawals].map(({ member }) => member),
    );
    expect(named.filter((id) => !memberIds.has(id))).toEqual([]);
  });

  it.each(missions)("$id: reaches its point on day 0", (mission) => {
    expect(replay(mission)).toEqual({
      companies: mission.expected.companies,
      seats: mission.expected.seats,
      waiting: mission.expected.waiting,
    });
  });

  it.each(missions)("$id: claims lie in the sign-up, one a member, by members of that day", (mission) => {
    const { claims, signUp } = mission;
    const joined = new Map(members.map((member) => [member.id, member.joined]));
    expect(new Set(claims.map((claim) => claim.member)).size).toBe(claims.length);
    expect(isSorted(claims.map((claim) => claim.day))).toBe(true);
    if (signUp === null) return expect(claims).toEqual([]);
    const wrong = claims.filter(
      ({ member, seats, day }) =>
        day < signUp.opens ||
        day > Math.min(signUp.closes, 0) ||
        seats > mission.perCompany ||
        day < joined.get(member)!,
    );
    expect(wrong).toEqual([]);
  });

  it.each(missions)(
    "$id: its legs follow each other and lie in known regions",
    ({ legs, start, days, routes }) => {
      let day = start;
      for (const leg of legs) {
        expect(leg.start).toBe(day);
        day += leg.days;
        const list = codeList(leg.region.includes("-") ? "subdivisions" : "nuts");
        expect([leg.region, list.isCurrent(leg.region)]).toEqual([leg.region, true]);
        expect(leg.region.slice(0, 2)).toBe(leg.country);
        expect(() => new Intl.DateTimeFormat("en", { timeZone: leg.timeZone })).not.toThrow();
        expect(routes).toContain(`BE>${leg.country}`);
      }
      expect(day).toBe(start + days);
    },
  );

  it("are led to by published clusters", () => {
    for (const { partners } of missions) {
      const states = clusters
        .filter((cluster) => partners.includes(cluster.id))
        .map((cluster) => cluster.state);
      expect(new Set(states)).toEqual(new Set(["published"]));
    }
  });

  it("show the named points: 17 of 20, full with 9 waiting for 1 to 4 seats, 31 applicants, 6 of 12", () => {
    const byId = new Map(missions.map((mission) => [mission.id, mission]));
    expect(replay(byId.get("hamburg-esbjerg-offshore")!).seats).toBe(17);
    const mumbai = byId.get("mumbai-chennai-coast")!;
    expect(replay(mumbai)).toEqual({ companies: 55, seats: 84, waiting: 9 });
    expect(
      mumbai.claims
        .slice(-9)
        .map(({ seats }) => seats)
        .toSorted(),
    ).toEqual([1, 1, 1, 1, 2, 2, 2, 3, 4]);
    expect(byId.get("california-climate-tech")!.selection?.applications.length).toBe(31);
    expect(replay(byId.get("kitakyushu-osaka-storage")!).seats).toBe(6);
    expect(replay(byId.get("quebec-tidal-ice")!)).toEqual({ companies: 14, seats: 31, waiting: 0 });
  });
});

/** Seats in order of coming: who no longer fits waits, and so does everyone behind. Cancelling frees all. */
function replay(mission: Mission) {
  const held = new Map<string, number>();
  const waiting = new Set<string>();
  const taken = () => [...held.values()].reduce((sum, seats) => sum + seats, 0);
  for (let day = Math.min(...mission.claims.map((claim) => claim.day), 0); day <= 0; day++) {
    for (const claim of mission.claims.filter((one) => one.day === day)) {
      if (waiting.size === 0 && taken() + claim.seats <= mission.capacity)
        held.set(claim.member, claim.seats);
      else waiting.add(claim.member);
    }
    for (const { member } of mission.withdrawals.filter((one) => one.day === day)) held.delete(member);
    if (mission.cancelled === day) held.clear();
  }
  return { companies: held.size, seats: taken(), waiting: waiting.size };
}

describe("those who sign in", () => {
  it("are three officers, a fund manager, an auditor and an admin", () => {
    expect(officers.map((officer) => officer.role).toSorted()).toEqual([
      "finance-officer",
      "international-officer",
      "international-officer",
    ]);
    expect(persons.map((person) => person.role).toSorted()).toEqual(["admin", "auditor", "fund-manager"]);
    const all = [...officers, ...persons];
    expect(new Set(all.map((person) => person.id)).size).toBe(6);
    expect(all.filter((person) => !person.mail.endsWith(".example"))).toEqual([]);
  });
});
