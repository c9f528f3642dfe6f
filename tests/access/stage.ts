import { missions } from "#services/missions/missions.contract.ts";
import { member, officer, planOf } from "#services/missions/missions.testing.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { kitakyushu } from "#services/partnerships/partnerships.testing.ts";
import { nobody, type Principal } from "#shared/access/principal.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import type { TestNode } from "#shared/testing/node.ts";
import { admit } from "../kit/people.ts";
import { records as named } from "./answers.ts";
import type { Records } from "./rows.ts";

export type Stage = {
  records: Records;
  /** What opens the registration that is the link's own. */
  link: string;
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
  const own = await sentForm(node);
  const foreign = await sentForm(node);
  const partner = await sentForm(node);
  await publish(node, partner.id);
  await node.settled();
  return {
    link: own.link,
    records: {
      ...named,
      partners: { ...named.partners!, own: partner.id },
      registrations: { ...named.registrations!, own: own.id, foreign: foreign.id },
    },
  };
}

const { actions } = partnerships;
const holderOf = (id: string): Principal => ({ kind: "draft", draft: id });

async function sentForm(node: TestNode): Promise<{ id: string; link: string }> {
  const { id, link } = done(await node.as(nobody, actions.startDraft, { country: "JP", language: "en" }));
  done(await node.as(holderOf(id), actions.saveDraft, { id, version: 1, changes: kitakyushu }));
  done(await node.as(holderOf(id), actions.submit, { id, version: 2 }));
  await node.settled();
  return { id, link };
}

async function publish(node: TestNode, id: string): Promise<void> {
  const { version } = done(await node.as(officer, actions.registration, { id }));
  done(await node.as(officer, actions.accept, { id, version }));
  done(await node.as(holderOf(id), actions.confirm, { id }));
}

function done<T>(reply: T): Exclude<T, { refused: string }> {
  if (isRefusal(reply)) throw new Error(JSON.stringify(reply));
  return reply as Exclude<T, { refused: string }>;
}
