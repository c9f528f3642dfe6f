import { openClient } from "../kit/client.ts";
import type { Product } from "../kit/product.ts";

const answers = {
  country: "JP",
  subdivision: "JP-40",
  registerNumber: "1234-56",
  legalForm: "Association",
  website: "https://cluster.example",
  englishWebsite: true,
  members: { companies: 14, knowledge: 2, publicBodies: 1, others: 0 },
  teamHundredths: 250,
  ecosystems: ["renewable-energy"],
  summary: "A port that stores wind and hydrogen.",
  contactName: "Aiko Tanaka",
  contactEmail: "aiko@cluster.example",
  contactRole: "Director",
  declaration: true,
};

/** A registration made beforehand, through the door, and the page's address that opens it. */
export async function register(
  product: Product,
  own: { name: string; teamHundredths?: number },
  sent: boolean,
) {
  const anyone = openClient(product.url);
  const started = await anyone.send("POST", "/api/registrations/drafts", {
    body: { country: "JP", language: "en" },
  });
  const { id, link } = started.body as { id: string; link: string };
  const cluster = openClient(product.url, { "causeway-link": link });
  const saved = await cluster.send("PATCH", `/api/registrations/${id}/draft`, {
    body: { changes: { ...answers, ...own } },
    headers: { "if-match": '"1"' },
  });
  if (saved.status !== 200) throw new Error(`not saved: ${JSON.stringify(saved.body)}`);
  const headers = { "if-match": `"${saved.body.version}"` };
  const submitted = sent
    ? await cluster.send("POST", `/api/registrations/${id}/submission`, { headers })
    : saved;
  if (submitted.status !== 200) throw new Error(`not sent: ${JSON.stringify(submitted.body)}`);
  await product.settled();
  return { id, address: (language: string) => `/${language}/register#${id}.${link}` };
}
