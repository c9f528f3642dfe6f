import { askSettings } from "#services/settings-now.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { documentsOf } from "#shared/documents/collection.ts";
import { newId } from "#shared/ids.ts";
import { database, type Mongo } from "#shared/mongo/connect.ts";
import type { TestNode } from "#shared/testing/node.ts";
import { partnerships } from "./partnerships.contract.ts";
import { registration } from "./registrations/registrations.ts";
import * as rules from "./registrations/rules.ts";

const { actions } = partnerships;
const officer = inRole("officer", "leen", "getijkracht");

/** A form that is complete: of a port in Japan, where no NUTS region and no VAT number is asked. */
export const kitakyushu = {
  country: "JP",
  kind: "cluster" as const,
  subdivision: "JP-40",
  registerNumber: "1234-56",
  name: "Kitakyushu Green Port",
  legalForm: "Association",
  website: "https://kitakyushu.example",
  englishWebsite: true,
  members: { companies: 14, knowledge: 2, publicBodies: 1, others: 0 },
  teamHundredths: 250,
  ecosystems: ["renewable-energy"],
  summary: "A port that stores wind and hydrogen.",
  contactName: "Aiko Tanaka",
  contactEmail: "aiko@kitakyushu.example",
  contactRole: "Director",
  contactLanguage: "en",
  declaration: true,
};

/** As its contact person does: with the code that a demonstration shows, or else that of the letter that waits to leave. */
export async function confirmAddress(
  { as, kernel }: Pick<TestNode, "as" | "kernel">,
  id: string,
): Promise<void> {
  const { sendAddressCode, confirmAddress: confirm } = partnerships.actions;
  const link: Principal = { kind: "link", registration: id };
  const sent = (await as(link, sendAddressCode, { id })) as { code?: string };
  const code = sent.code ?? (await codeInLetter(kernel.mongo, id));
  const reply = await as(link, confirm, { id, code });
  if ("refused" in reply) throw new Error(`The address was not confirmed: ${JSON.stringify(reply)}`);
}

async function codeInLetter(mongo: Mongo, id: string): Promise<string> {
  const wanted = { template: "address-code", subject: `registration/${id}` };
  const letter = await database(mongo).collection("mail.outbox").findOne(wanted);
  return letter!["params"].code;
}

/** What a page shows, of a cluster whose registration an office would take. */
export type Shown = Pick<typeof kitakyushu, "country" | "name" | "ecosystems" | "summary"> & {
  language: string;
};

/** A cluster with a page, by the steps that lead to one. */
export async function publishPage(node: TestNode, { summary, ...own }: Shown): Promise<string> {
  const id = newId();
  const answers = newId();
  await documentsOf(node.kernel.mongo, "partnerships").create({
    ...{ _id: answers, kind: "answers", term: "two-years-after-decision", at: new Date() },
    doc: { ...own, summary },
  });
  await node.kernel.executor.execute({
    ...{ feature: registration, stream: `registration/${id}`, decide: rules.submit },
    command: { ...own, answers, criteria: [] },
    facts: { office: await askSettings(node.broker, "partnerships") },
    reply: () => ({}),
    by: { kind: "link", registration: id },
    ...{ name: actions.submit.name, key: newId(), hash: newId() },
  });
  await node.settled();
  const { version } = (await node.as(officer, actions.registration, { id })) as { version: number };
  await node.as(officer, actions.accept, { id, version });
  await node.as({ kind: "link", registration: id }, actions.confirm, { id });
  return id;
}
