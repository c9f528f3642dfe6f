import type { Principal } from "#shared/access/principal.ts";
import { database, type Mongo } from "#shared/mongo/connect.ts";
import type { TestNode } from "#shared/testing/node.ts";
import { partnerships } from "./partnerships.contract.ts";

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
