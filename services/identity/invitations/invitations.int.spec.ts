import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import { mail } from "#services/mail/mail.contract.ts";
import { inRole, nobody, type Principal } from "#shared/access/principal.ts";
import { hashOf, newSecret } from "#shared/access/secrets.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { callAs } from "#shared/contract/call.ts";
import { newId } from "#shared/ids.ts";
import { logCollection } from "#shared/log/collection.ts";
import { type MailServer, startMailServer } from "#shared/testing/mail-server.ts";
import type { TestNode } from "#shared/testing/node.ts";
import { most } from "../credentials/attempts.ts";
import { identity } from "../identity.contract.ts";
import {
  admin,
  admit,
  done,
  member,
  officer,
  openCompanies,
  standingsIn,
} from "../memberships/memberships.testing.ts";
import { invitationLettersOf } from "./letters.ts";

jest.setTimeout(60_000);

const { actions } = identity;
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
const browser = hashOf("a browser");
const dayMs = 24 * 60 * 60_000;
const over = { refused: "identity.invitation-over", params: {} };
let server: MailServer;
let node: TestNode;

beforeAll(async () => {
  server = await startMailServer();
  const config = { smtpUrl: server.url, publicUrl: "https://portal.example.org" };
  node = await openCompanies(["zandbank", "kielzog"], { clock, config: { ...config, demo: true } });
});
afterAll(async () => {
  await node.stop();
  await server.stop();
});

const olga = member("olga-zandbank", "zandbank");
const organisation = "zandbank";

const invite = (email: string, by: Principal = olga, own: object = {}) =>
  node.as(by, actions.invite, {
    ...{ organisation, email, language: "en", roles: ["member"], standing: "colleague", ...own },
  });
const accept = async (
  link: { invitation: string; link: string },
  name?: string,
  who = nobody,
  key = newId(),
) =>
  (
    await callAs(
      node.broker,
      actions.acceptInvitation,
      { ...link, ...(name && { name }) },
      { who, browser, key },
    )
  ).reply as any;

/** The letter that is not among these, once it has come. */
async function newLetter(before: MailServer["taken"]) {
  const limit = performance.now() + 10_000;
  const isNew = (letter: MailServer["taken"][number]) =>
    !before.includes(letter) && letter.text?.includes("/invitation#");
  while (!server.taken.some(isNew) && performance.now() < limit) await sleep(20);
  const { text = "", to } = server.taken.find(isNew)!;
  const [, invitation = "", link = ""] = /\/invitation#([a-z0-9]+)\.([\w-]{43})/.exec(text)!;
  return { text, to: (to as { text: string }).text, link: { invitation, link } };
}

async function invited(email: string, by?: Principal, own?: object) {
  const before = [...server.taken];
  const { invitation } = done(await invite(email, by, own));
  const letter = await newLetter(before);
  expect(letter.link.invitation).toBe(invitation);
  return letter;
}

/** No letter is on its way any more that a later test would take for its own. */
async function atRest() {
  await node.settled();
  const waiting = { state: "waiting", limit: 1 } as const;
  while (done(await node.as(officer, mail.actions.letters, waiting)).rows.length) await sleep(20);
}

it("A11: lets somebody new in by the link of a letter, once, and on to sign in", async () => {
  const { text, to, link } = await invited("nele@new.example", olga, { standing: "lead" });
  expect(to).toBe("nele@new.example");
  expect(text).toContain("Name of olga-zandbank invites you to join zandbank");
  await node.settled();
  const { invitation } = link;
  expect(await node.as(nobody, actions.invitation, { invitation })).toEqual({
    ...{ organisationName: "zandbank", kind: "company", roles: ["member"], standing: "lead" },
    ...{ by: "Name of olga-zandbank", endsAt: "2026-11-30T09:00:00.000Z" },
  });
  expect(await accept({ invitation, link: newSecret() }, "Eve")).toEqual(over);
  expect(await accept(link)).toMatchObject({ refused: "identity.name-missing" });
  const key = newId();
  const joined = await accept(link, "Nele Claes", nobody, key);
  expect(joined).toMatchObject({ organisation, signIn: { opens: "session" } });
  expect(await accept(link, "Nele Claes")).toEqual(over);
  const { signIn: _once, ...stored } = joined;
  expect(await accept(link, "Nele Claes", nobody, key)).toEqual(stored);
  await node.settled();
  const used = { link: joined.signIn.link };
  const elsewhere = { who: nobody, browser: hashOf("another browser") };
  expect((await callAs(node.broker, actions.signInByLink, used, elsewhere)).reply).toMatchObject({
    refused: "identity.link-invalid",
  });
  const session = (await callAs(node.broker, actions.signInByLink, used, { who: nobody, browser }))
    .reply as any;
  const nele = session.person;
  expect(await standingsIn(node, organisation)).toHaveProperty(nele, "lead");
  expect(await node.as(nobody, actions.invitation, { invitation })).toMatchObject({ refused: "not-found" });
});

it("A11: writes nothing of a stranger who tries what is no invitation", async () => {
  await atRest();
  const commits = () => logCollection(node.kernel.mongo).countDocuments();
  const before = await commits();
  const made = { invitation: newId(), link: newSecret() };
  for (let n = 0; n < 3; n++) expect(await accept(made, "Eve")).toEqual(over);
  expect(await commits()).toBe(before);
  const cas = member("cas-zandbank", organisation);
  expect(await accept(made, "Cas", cas)).toEqual(over);
  expect(await commits()).toBe(before + 1);
});

it("A11: joins whoever has that address already, whoever is signed in, and opens no account", async () => {
  const { link } = await invited("CAS-kielzog@kielzog.example");
  const someoneElse = member("olga-kielzog", "kielzog");
  expect(await accept(link, "Eve", someoneElse)).toMatchObject({
    refused: "identity.someone-else-invited",
  });
  const joined = await accept(link);
  expect(joined).toEqual({ organisation, position: expect.any(Number) });
  expect(await standingsIn(node, organisation)).toHaveProperty("cas-kielzog", "colleague");
  expect(await standingsIn(node, "kielzog")).toHaveProperty("cas-kielzog", "colleague");
});

it("A11: tells whoever invites nothing of who has an account", async () => {
  const replies = [await invite("known-nowhere@new.example"), await invite("olga-kielzog@kielzog.example")];
  for (const reply of replies)
    expect(reply).toEqual({ invitation: expect.any(String), position: expect.any(Number) });
  await atRest();
  const { rows } = done(await node.as(olga, actions.invitations, { organisation }));
  const shown = rows.map(({ invitation: _own, email: _other, ...same }) => same);
  expect(shown).toHaveLength(2);
  expect(shown[0]).toEqual(shown[1]);
});

it("A11: invites nobody who belongs there already, whatever the role: they would accept and have nothing of it", async () => {
  const before = [...server.taken];
  for (const own of [{}, { standing: "lead" }])
    expect(await invite("CAS-zandbank@zandbank.example", olga, own)).toMatchObject({
      refused: "identity.member-already",
    });
  await atRest();
  expect(server.taken).toEqual(before);
});

it("A11: an address stands in no log, and a link nowhere but as its hash", async () => {
  const { link } = await invited("quiet@new.example");
  const { mongo } = node.kernel;
  const log = JSON.stringify(await logCollection(mongo).find().toArray());
  expect(log).toContain(link.invitation);
  for (const secret of ["quiet@new.example", link.link]) expect(log).not.toContain(secret);
  const letter = await invitationLettersOf(mongo).findById(link.invitation).lean();
  expect(letter).toMatchObject({ email: "quiet@new.example", link: hashOf(link.link) });
});

it("A11: works for seven days, and from the next letter on by that one's link alone", async () => {
  const first = await invited("late@new.example");
  clock.advance(6 * dayMs);
  const before = [...server.taken];
  const { invitation } = first.link;
  done(await node.as(olga, actions.renewInvitation, { organisation, invitation }));
  const second = await newLetter(before);
  expect(await accept(first.link, "Late")).toEqual(over);
  clock.advance(6 * dayMs);
  expect(await accept(second.link)).toMatchObject({ refused: "identity.name-missing" });
  clock.advance(dayMs);
  expect(await accept(second.link, "Too late")).toEqual(over);
});

it("A11: is withdrawn, and then opens nothing", async () => {
  const { link } = await invited("gone@new.example");
  const one = { organisation, invitation: link.invitation };
  expect(await invite("GONE@new.example")).toMatchObject({ refused: "identity.invited-already" });
  done(await node.as(olga, actions.withdrawInvitation, one));
  expect(await accept(link, "Gone")).toEqual(over);
  expect(await node.as(olga, actions.withdrawInvitation, one)).toMatchObject({
    refused: "identity.no-such-invitation",
  });
  expect(await invitationLettersOf(node.kernel.mongo).exists({ _id: link.invitation })).toBeNull();
  done(await invite("gone@new.example"));
  await atRest();
});

it("K3: is for who leads, with roles that are there; nobody invites into another's", async () => {
  const cas = member("cas-zandbank", organisation);
  expect(await invite("a@new.example", cas)).toMatchObject({ refused: "identity.leads-only" });
  expect(await node.as(cas, actions.invitations, { organisation })).toMatchObject({
    refused: "identity.leads-only",
  });
  expect(await invite("a@new.example", olga, { roles: ["officer"] })).toMatchObject({
    refused: "identity.roles-not-there",
  });
  expect(await invite("a@new.example", member("olga-kielzog", "kielzog"))).toMatchObject({
    refused: "not-found",
  });
});

it("A11: the office invites whoever is to own an organisation that has nobody yet, by an administrator its own", async () => {
  for (const [id, kind] of [
    ["duinpoort", "company"],
    ["office", "office"],
  ] as const)
    done(
      await node.as(admin, actions.admitOrganisation, { id, kind, name: id, country: "BE", size: "none" }),
    );
  await node.settled();
  const first = inRole("admin", "first-admin", "office", clock.now().getTime());
  for (const [id, role] of [
    ["leen", "officer"],
    ["joris", "admin"],
  ] as const)
    done(
      await node.as(first, actions.admitPerson, {
        ...{
          id,
          organisation: "office",
          roles: [role],
          name: id,
          email: `${id}@office.example`,
          language: "nl",
        },
      }),
    );
  await node.settled();
  const leen = inRole("officer", "leen", "office", clock.now().getTime());
  const joris = inRole("admin", "joris", "office", clock.now().getTime());
  const owner = await invited("first@duinpoort.example", leen, { organisation: "duinpoort" });
  const { organisation: joined } = await accept(owner.link, "First");
  expect(Object.values(await standingsIn(node, joined))).toEqual(["owner"]);
  const own = { organisation: "office", roles: ["officer"] };
  expect(await invite("bram@office.example", leen, own)).toMatchObject({
    refused: "identity.roles-beyond-yours",
  });
  const staff = await invited("bram@office.example", joris, own);
  expect(await accept(staff.link, "Bram")).toMatchObject({ signIn: { opens: "password" } });
});

it("A11: sends so many letters to one address a day, and no more", async () => {
  const { link } = await invited("often@new.example");
  const again = () => node.as(olga, actions.renewInvitation, { organisation, invitation: link.invitation });
  for (let n = 1; n < most.invited; n++) done(await again());
  expect(await again()).toEqual({
    refused: "identity.too-many-invitations",
    params: { until: expect.stringMatching(/T00:00:00.000Z$/) },
  });
  expect(await invite("Often+more@new.example")).toMatchObject({ refused: "identity.too-many-invitations" });
  clock.advance(dayMs);
  done(await again());
  await atRest();
});

it("A11: of many who invite one address at once, one does", async () => {
  const email = "wanted@elsewhere.example";
  const replies = await Promise.all(Array.from({ length: 6 }, () => invite(email)));
  const refused = replies.filter((reply) => "refused" in reply);
  expect(refused).toHaveLength(5);
  for (const reply of refused) expect(reply).toMatchObject({ refused: "identity.invited-already" });
  await atRest();
  const { rows } = done(await node.as(olga, actions.invitations, { organisation }));
  expect(rows.filter((row) => row.email === email)).toHaveLength(1);
});

it("A11: one invitation sent many times under its key, at once too, is one, counts once and leaves one address", async () => {
  const email = "double-click@elsewhere.example";
  const asked = {
    organisation,
    email,
    language: "en",
    roles: ["member" as const],
    standing: "colleague" as const,
  };
  const again = () => node.as(olga, actions.invite, asked, "a-double-click-of-inviting");
  const all = await Promise.all(Array.from({ length: most.invited }, again));
  for (let n = 0; n < most.invited; n++) all.push(await again());
  expect(new Set(all.map((reply) => JSON.stringify(reply))).size).toBe(1);
  const { invitation } = done(all[0]!);
  const letters = invitationLettersOf(node.kernel.mongo);
  expect((await letters.find({ email }).lean()).map(({ _id }) => _id)).toEqual([invitation]);
  const renew = (key: string) => node.as(olga, actions.renewInvitation, { organisation, invitation }, key);
  for (let n = 0; n < most.invited; n++) done(await renew("a-double-click-of-renewing"));
  for (let n = 2; n < most.invited; n++) done(await renew(newId()));
  expect(await renew(newId())).toMatchObject({ refused: "identity.too-many-invitations" });
  await atRest();
});

it("A11: of ten who accept at once by one link, one joins", async () => {
  const { link } = await invited("crowd@new.example");
  const before = Object.keys(await standingsIn(node, organisation)).length;
  const all = await Promise.all(Array.from({ length: 10 }, (_, n) => accept(link, `Crowd ${n}`)));
  expect(all.filter(({ refused }) => !refused)).toHaveLength(1);
  expect(Object.keys(await standingsIn(node, organisation))).toHaveLength(before + 1);
});

it("A11: keeps nothing of who accepts what is withdrawn in the same moment", async () => {
  for (let n = 0; n < 4; n++) {
    const { link } = await invited(`late-${n}@new.example`);
    const { invitation } = link;
    const withdrawn = node.as(olga, actions.withdrawInvitation, { organisation, invitation });
    const [accepted] = await Promise.all([accept(link, "Late Comer"), withdrawn]);
    await node.settled();
    const found = done(
      await node.as(admin, actions.people, { find: `late-${n}@new.example` } as never),
    ) as any;
    if ("refused" in accepted) expect(found.rows).toEqual([]);
    else expect(found.rows).toHaveLength(1);
  }
});

it("A11: takes nobody in who is being erased", async () => {
  for (let n = 0; n < 4; n++) {
    const id = `leaver-${n}`;
    await admit(node, id, "kielzog");
    await node.settled();
    const { link } = await invited(`${id}@kielzog.example`);
    done(await node.as(member(id, "kielzog"), actions.askErasure, { id }));
    const now = inRole("admin", "first-admin", "office", clock.now().getTime());
    const erased = node.as(now, actions.erasePerson, { id });
    if (n % 2) await erased;
    const [gone] = await Promise.all([erased, accept(link)]);
    expect(gone).toMatchObject({ person: id });
    await node.settled();
    expect(await standingsIn(node, organisation)).not.toHaveProperty(id);
  }
});

it("A11: takes a name on one line only, for it stands in letters to others", async () => {
  const { link } = await invited("many-lines@new.example");
  const name = "Your access was blocked.\n\nUnblock it here: https://evil.example";
  await expect(accept(link, name)).rejects.toMatchObject({ type: "VALIDATION_ERROR" });
});

it("K7: once somebody is erased, the letters by which they invited others name them no more", async () => {
  const id = "lead-erased";
  await admit(node, id, organisation);
  await node.settled();
  done(await node.as(olga, actions.changeStanding, { organisation, person: id, standing: "lead" }));
  await invited("friend-of-erased@new.example", member(id, organisation));
  const inLetters = async () => JSON.stringify(await node.as(officer, mail.actions.letters, { limit: 100 }));
  expect(await inLetters()).toContain(`Name of ${id}`);
  done(await node.as(member(id, organisation), actions.askErasure, { id }));
  const fresh = inRole("admin", "first-admin", "office", clock.now().getTime());
  done(await node.as(fresh, actions.erasePerson, { id }));
  await node.settled();
  const left = await inLetters();
  expect(left).not.toContain(`Name of ${id}`);
  expect(left).toContain("Name of olga-zandbank");
});

it("K3: an invitation is worth no more than who gave it is by then", async () => {
  const fresh = inRole("admin", "first-admin", "office", clock.now().getTime());
  for (const [id, end] of [
    ["lead-1", () => node.as(fresh, actions.suspendPerson, { id: "lead-1", reason: "Lost a laptop." })],
    ["lead-2", () => node.as(olga, actions.removePerson, { organisation, person: "lead-2" })],
    [
      "lead-3",
      () => node.as(olga, actions.changeStanding, { organisation, person: "lead-3", standing: "colleague" }),
    ],
  ] as const) {
    await admit(node, id, organisation);
    await node.settled();
    done(await node.as(olga, actions.changeStanding, { organisation, person: id, standing: "lead" }));
    const { link } = await invited(`friend-of-${id}@new.example`, member(id, organisation));
    done((await end()) as any);
    await node.settled();
    expect(await accept(link, "A friend")).toEqual(over);
  }
});

it("K3: nobody invites themselves, and so gives themselves rights", async () => {
  await admit(node, "own-friend", "kielzog");
  await node.settled();
  const staff = inRole("officer", "own-friend", "office", clock.now().getTime());
  expect(await invite("own-friend@kielzog.example", staff, { standing: "lead" })).toMatchObject({
    refused: "identity.roles-beyond-yours",
  });
});
