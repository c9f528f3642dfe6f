import { identity } from "#services/identity/identity.contract.ts";
import { nameOfAddress } from "#services/mail/marked-addresses/marked.ts";
import { markAddress } from "#services/mail/marked-addresses/marking.ts";
import { outboxOf } from "#services/mail/outbox/outbox.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { member, officer, planOf } from "#services/missions/missions.testing.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { confirmAddress, kitakyushu } from "#services/partnerships/partnerships.testing.ts";
import { secretOf } from "#services/partnerships/section-links/links.ts";
import { inRole, nobody, type Principal } from "#shared/access/principal.ts";
import type { PersonCalling } from "#shared/contract/call.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import type { TestNode } from "#shared/testing/node.ts";
import { atRest } from "../kit/at-rest.ts";
import { admit } from "../kit/people.ts";
import { records as named, theirsIn } from "./answers.ts";
import { kindsOf } from "./kinds.ts";
import type { Records } from "./rows.ts";

export type Stage = {
  records: Records;
  /** What opens the registration that is the link's own. */
  link: string;
  /** What opens the seats that are the seat-link's own. */
  seatLink: string;
  /** What opens the data that are the delegate-link's own. */
  delegateLink: string;
  /** What opened one section of the registration that is the link's own, before that was sent. */
  sectionLink: string;
};

/** All that is asked about: companies with an entry each, a mission, a partner, and two registrations that were sent. */
export async function setStage(node: TestNode): Promise<Stage> {
  const { company, missions: planned, people } = named;
  await admit(node, "getijkracht", "office", ["officer"], people!.own);
  for (const one of [company!.own, company!.foreign]) await admit(node, one, "company", ["member"]);
  await node.as(officer, missions.actions.planMission, { id: planned!.own, ...planOf() });
  await node.settled();
  for (const one of [company!.own, company!.foreign])
    await node.as(member(one), missions.actions.claim, { mission: planned!.own, company: one, seats: 1 });
  const delegates = await delegatesIn(node, planned!.own);
  const own = await sentForm(node);
  const foreign = await sentForm(node);
  const partner = await sentForm(node);
  await publish(node, partner.id);
  for (const { who } of kindsOf(theirsIn(named), 0)) if (who.kind === "person") await admitPerson(node, who);
  const invitation = await invite(node, company!.own);
  const gone = { to: "gone@getijkracht.example", subject: `person/${own.id}` as const };
  await markAddress(node.broker, node.kernel, gone, "No mailbox");
  await atRest(node);
  const ownSeats = await seatLinkOf(node, company!.own);
  const [ownDelegate, otherDelegate] = delegates;
  return {
    link: own.link,
    seatLink: ownSeats.secret,
    delegateLink: await delegateLinkOf(node, ownDelegate!),
    sectionLink: secretOf(node.kernel.config.secret, own.section),
    records: {
      ...named,
      invitations: { ...named.invitations!, own: invitation },
      link: { ...named.link!, own: ownSeats.id, foreign: (await seatLinkOf(node, company!.foreign)).id },
      delegate: { ...named.delegate!, own: ownDelegate!, foreign: otherDelegate! },
      "marked-addresses": { ...named["marked-addresses"]!, own: nameOfAddress(node.kernel, gone.to) },
      partners: { ...named.partners!, own: partner.id },
      section: { ...named.section!, own: own.section },
      registrations: { ...named.registrations!, own: own.id, foreign: foreign.id },
    },
  };
}

/** As the letter to the company has it. */
async function seatLinkOf(node: TestNode, company: string): Promise<{ id: string; secret: string }> {
  const letter = await outboxOf(node.kernel.mongo)
    .findOne({ subject: `person/person-${company}`, template: "seat-confirmed" })
    .lean();
  const [, id, secret] = new URL(letter!.params.link!).hash.split(".");
  return { id: id!, secret: secret! };
}

/** Two of a company that nobody asks about, so that it keeps its seats. */
async function delegatesIn(node: TestNode, mission: string): Promise<string[]> {
  const company = "naming-company";
  await admit(node, company, "company", ["member"]);
  await node.as(member(company), missions.actions.claim, { mission, company, seats: 2 });
  await node.settled();
  const name = async (email: string) => {
    const somebody = { name: "Somebody", email, role: "Engineer", language: "en" };
    const asked = { mission, company, ...somebody };
    return done(await node.as(member(company), missions.actions.nameDelegate, asked)).delegate;
  };
  return [await name("one@naming.example"), await name("other@naming.example")];
}

async function delegateLinkOf(node: TestNode, delegate: string): Promise<string> {
  const letter = await outboxOf(node.kernel.mongo)
    .findOne({ subject: `delegate/${delegate}` })
    .lean();
  return new URL(letter!.params.link!).hash.split(".")[2]!;
}

const admin = inRole("admin", "an-admin", "getijkracht");

/** What their session lets them do is said by each test; of a token it is what they may themselves. */
async function admitPerson(node: TestNode, { person: id, organisation, roles, token }: PersonCalling) {
  const own = { name: id, email: `${id}@getijkracht.example`, language: "nl" };
  const asked = { id, organisation, roles: token ? roles : [], ...own };
  done(await node.as(admin, identity.actions.admitPerson, asked));
}

/** By whoever leads that company. */
async function invite(node: TestNode, organisation: string): Promise<string> {
  const invited = { email: "someone@new.example", language: "nl", roles: ["member" as const] };
  const { invitation } = done(
    await node.as(member(organisation), identity.actions.invite, {
      ...{ organisation, ...invited, standing: "colleague" },
    }),
  );
  return invitation;
}

const { actions } = partnerships;
export const holderOf = (id: string): Principal => ({ kind: "link", registration: id });

export async function sentForm(node: TestNode): Promise<{ id: string; link: string; section: string }> {
  const { id, link } = done(await node.as(nobody, actions.startDraft, { country: "JP", language: "en" }));
  // To one address only so many codes are sent.
  const changes = { ...kitakyushu, contactEmail: `${id}@kitakyushu.example` };
  done(await node.as(holderOf(id), actions.saveDraft, { id, version: 1, changes }));
  await confirmAddress(node, id);
  const colleague = { email: `colleague-${id}@kitakyushu.example`, language: "en" };
  const sent = { id, section: "team" as const, ...colleague };
  const { link: section } = done(await node.as(holderOf(id), actions.sendSection, sent));
  done(await node.as(holderOf(id), actions.submit, { id, version: 2 }));
  await node.settled();
  return { id, link, section };
}

export async function acceptForm(node: TestNode, id: string): Promise<void> {
  const { version } = done(await node.as(officer, actions.registration, { id }));
  done(await node.as(officer, actions.accept, { id, version }));
  await node.settled();
}

async function publish(node: TestNode, id: string): Promise<void> {
  await acceptForm(node, id);
  done(await node.as(holderOf(id), actions.confirm, { id }));
}

export function done<T>(reply: T): Exclude<T, { refused: string }> {
  if (isRefusal(reply)) throw new Error(JSON.stringify(reply));
  return reply as Exclude<T, { refused: string }>;
}
