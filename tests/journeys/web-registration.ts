import type { Page } from "playwright-core";
import { openClient } from "../kit/client.ts";
import { signIn } from "../kit/people.ts";
import type { Product } from "../kit/product.ts";
import { confirmAddress } from "../kit/registrations.ts";
import { arrivesAt } from "./web-visitors.ts";

const answers = {
  country: "JP",
  kind: "cluster",
  subdivision: "JP-40",
  legalForm: "Association",
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

/** Of each cluster its own, so that none looks like another. */
const ownOf = (name: string) => ({
  registerNumber: name,
  website: `https://${name.toLowerCase().replaceAll(/[^a-z]+/g, "-")}.example`,
});

/** A registration made beforehand, through the door, and the page's address that opens it. */
export async function register(
  product: Product,
  own: { name: string; teamHundredths?: number; website?: string },
  sent: boolean | "published",
) {
  const anyone = openClient(product.url);
  const started = await anyone.send("POST", "/api/registrations/drafts", {
    body: { country: "JP", language: "en" },
  });
  const { id, link } = started.body as { id: string; link: string };
  const cluster = openClient(product.url, { "causeway-link": link });
  const saved = await cluster.send("PATCH", `/api/registrations/${id}/draft`, {
    body: { changes: { ...answers, ...ownOf(own.name), ...own } },
    headers: { "if-match": '"1"' },
  });
  if (saved.status !== 200) throw new Error(`not saved: ${JSON.stringify(saved.body)}`);
  await confirmAddress(cluster, id);
  const headers = { "if-match": `"${saved.body.version}"` };
  const submitted = sent
    ? await cluster.send("POST", `/api/registrations/${id}/submission`, { headers })
    : saved;
  if (submitted.status !== 200) throw new Error(`not sent: ${JSON.stringify(submitted.body)}`);
  await product.settled();
  if (sent === "published") await publish(product, id, cluster);
  return { id, address: (language: string) => `/${language}/register#${id}.${link}` };
}

/** Accepted by the officer of the stage, and confirmed by the cluster. */
async function publish(product: Product, id: string, cluster: ReturnType<typeof openClient>) {
  const officer = await signIn(product, "an-officer");
  const seen = await officer.send("GET", `/api/registrations/${id}`);
  const headers = { "if-match": `"${seen.body.version}"` };
  const accepted = await officer.send("POST", `/api/registrations/${id}/acceptance`, { headers });
  if (accepted.status !== 200) throw new Error(`not accepted: ${JSON.stringify(accepted.body)}`);
  const confirmed = await cluster.send("POST", `/api/registrations/${id}/confirmation`);
  if (confirmed.status !== 200) throw new Error(`not confirmed: ${JSON.stringify(confirmed.body)}`);
  await product.settled();
}

/** From the status page, or from where the form was, to one part of it. */
export async function openSection(page: Page, url: string, language: string, section: string): Promise<void> {
  await arrivesAt(page, "/register/status");
  await page.goto(`${url}/${language}/register/form/${section}`);
  await page.locator("form .field").first().waitFor();
}
