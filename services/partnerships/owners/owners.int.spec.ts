import { identity } from "#services/identity/identity.contract.ts";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import type { Output } from "#shared/contract/contract.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { partnerships } from "../partnerships.contract.ts";
import partnershipsService from "../partnerships.service.ts";
import { confirmAddress, kitakyushu } from "../partnerships.testing.ts";

const { actions } = partnerships;
const admin = inRole("admin", "first-admin", "office");
const [ann, bo, cas] = ["ann", "bor", "cas"].map((one) => inRole("officer", one, "office"));
// A Wednesday.
const clock = manualClock(new Date("2026-11-25T09:00:00Z"));
let node: TestNode;

beforeAll(async () => {
  const services = [logService, identityService, mailService, partnershipsService, settingsService];
  node = await startNode({ services, clock });
  const office = { id: "office", kind: "office", name: "Office", country: "BE", size: "none" } as const;
  await node.as(admin, identity.actions.admitOrganisation, office);
  await node.settled();
  for (const id of ["ann", "bor", "cas"]) {
    const own = { id, organisation: "office", roles: ["officer" as const], name: `Officer ${id}` };
    await node.as(admin, identity.actions.admitPerson, {
      ...{ ...own, email: `${id}@office.example`, language: "nl" },
    });
  }
  await node.settled();
});
afterAll(() => node.stop());

type Sent = { id: string; link: Principal };

async function send(name: string): Promise<Sent> {
  const started: any = await node.as({ kind: "nobody" }, actions.startDraft, {
    country: "JP",
    language: "en",
  });
  const link: Principal = { kind: "link", registration: started.id };
  await node.as(link, actions.saveDraft, { id: started.id, version: 1, changes: { ...kitakyushu, name } });
  await confirmAddress(node, started.id);
  const sent = await node.as(link, actions.submit, { id: started.id, version: 2 });
  expect(sent).toMatchObject({ state: "submitted" });
  return { id: started.id, link };
}

const queueOf = async (who: Principal) => {
  await node.settled();
  return (await node.as(who, actions.queue, {})) as Output<typeof actions.queue>;
};
const idsIn = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id);
const ownerOf = async (id: string) =>
  ((await node.as(ann!, actions.registration, { id })) as { owner?: string }).owner;
const all: Sent[] = [];

it("A4: goes to the officer with the fewest open ones, also when many come in at once, and the applicant sees who", async () => {
  all.push(...(await Promise.all(Array.from({ length: 9 }, (_, n) => send(`Cluster ${n}`)))));
  await node.settled();
  const { rows } = (await node.as(ann!, actions.officers, {})) as Output<typeof actions.officers>;
  expect(rows).toEqual(
    ["ann", "bor", "cas"].map((person) => ({ person, name: `Officer ${person}`, open: 3 })),
  );
  const { id, link } = all[0]!;
  const own = (await node.as(link, actions.ownRegistration, { id })) as Output<
    typeof actions.ownRegistration
  >;
  expect(own.owner).toBe(`Officer ${await ownerOf(id)}`);
});

it("I1: shows each officer what is theirs, what is due first on top, and its count is its list", async () => {
  for (const who of [ann!, bo!, cas!]) {
    const { rows, total } = await queueOf(who);
    expect([rows.length, total]).toEqual([3, 3]);
    expect(rows.map(({ dueAt }) => dueAt)).toEqual(rows.map(({ dueAt }) => dueAt).toSorted());
  }
  const everything = [
    ...idsIn(await queueOf(ann!)),
    ...idsIn(await queueOf(bo!)),
    ...idsIn(await queueOf(cas!)),
  ];
  expect(everything.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
});

it("I1: is done the moment it is decided, and put off until its time has come", async () => {
  const [first, second, third] = idsIn(await queueOf(ann!));
  const { version } = (await node.as(ann!, actions.registration, { id: first! })) as { version: number };
  await node.as(ann!, actions.askChanges, { id: first!, version, note: "Which harbours?" });
  expect(idsIn(await queueOf(ann!))).toEqual([second, third]);
  const until = "2026-11-26T08:00:00.000Z";
  expect(await node.as(ann!, actions.putOff, { id: second!, until })).toMatchObject({ until });
  const later = await queueOf(ann!);
  expect([idsIn(later), later.total, idsIn({ rows: later.putOff })]).toEqual([[third], 1, [second]]);
  clock.set(new Date("2026-11-26T08:00:00.001Z"));
  expect(idsIn(await queueOf(ann!))).toEqual([second, third]);
  clock.set(new Date("2026-11-25T09:00:00Z"));
});

it("A4: is handed on with a note that the office reads and the applicant does not", async () => {
  const [id] = idsIn(await queueOf(cas!));
  const note = "Bor knows this harbour.";
  expect(await node.as(cas!, actions.handOn, { id: id!, to: "bor", note })).toMatchObject({ owner: "bor" });
  expect(idsIn(await queueOf(bo!))).toContain(id);
  expect(idsIn(await queueOf(cas!))).not.toContain(id);
  const told = async (who: Principal) => {
    const { rows } = (await node.as(who, actions.registrationTimeline, { id: id! })) as Output<
      typeof actions.registrationTimeline
    >;
    return rows.find(({ event }) => event === "RegistrationHandedOn");
  };
  expect(await told(ann!)).toMatchObject({ whom: "Officer bor", text: note });
  const applicant = await told({ kind: "link", registration: id! });
  expect(applicant).toMatchObject({ whom: "Officer bor" });
  expect(applicant).not.toHaveProperty("text");
});

it("I1: is for the deputy while an officer is away, who gets nothing new, and theirs again afterwards", async () => {
  const theirs = idsIn(await queueOf(ann!));
  const days = { from: "2026-11-25", until: "2026-11-27" };
  expect(
    await node.as(bo!, actions.setAbsence, { person: "ann", ...days, deputy: "cas" }),
  ).not.toHaveProperty("refused");
  for (const id of theirs) expect(idsIn(await queueOf(cas!))).toContain(id);
  for (const id of theirs) expect(idsIn(await queueOf(bo!))).not.toContain(id);
  const more = await Promise.all([1, 2, 3, 4].map((n) => send(`Late ${n}`)));
  await node.settled();
  for (const { id } of more) expect(await ownerOf(id)).not.toBe("ann");
  await node.as(ann!, actions.endAbsence, { person: "ann" });
  for (const id of theirs) expect(idsIn(await queueOf(cas!))).not.toContain(id);
});

it("A4: stays with its owner when it is sent again, and comes to another when they decide no more", async () => {
  const [id] = idsIn(await queueOf(bo!));
  const link: Principal = { kind: "link", registration: id! };
  const again = async () => {
    const { version } = (await node.as(link, actions.ownRegistration, { id: id! })) as { version: number };
    expect(await node.as(link, actions.submit, { id: id!, version })).toMatchObject({ state: "submitted" });
    await node.settled();
  };
  await node.as(link, actions.withdraw, { id: id! });
  expect(idsIn(await queueOf(bo!))).not.toContain(id);
  await again();
  expect(await ownerOf(id!)).toBe("bor");
  await node.as(link, actions.withdraw, { id: id! });
  const left = { organisation: "office", person: "bor", roles: ["auditor" as const] };
  expect(await node.as(admin, identity.actions.changeRoles, left)).not.toHaveProperty("refused");
  await node.settled();
  await again();
  expect(["ann", "cas"]).toContain(await ownerOf(id!));
});
