import { setTimeout as pause } from "node:timers/promises";
import { kitakyushu } from "#services/partnerships/partnerships.testing.ts";
import { openPatientClient, type PatientClient } from "./patient-client.ts";

/** A foreign cluster registers, an officer accepts, the cluster confirms its page. Gives the id of the registration. */
export async function registerPartner(url: string, officer: PatientClient): Promise<string> {
  const body = { country: "JP", language: "en" };
  const { id, link } = await openPatientClient(url).send("POST", "/api/registrations/drafts", { body });
  const cluster = openPatientClient(url, { "causeway-link": link });
  const changes = { ...kitakyushu, registerNumber: String(Date.now()) };
  const draft = `/api/registrations/${id}/draft`;
  const saved = await cluster.send("PATCH", draft, { body: { changes }, headers: { "if-match": '"1"' } });
  const sees = { "if-match": `"${saved.version}"` };
  const { code } = await cluster.send("POST", `/api/registrations/${id}/address-codes`);
  await cluster.send("PUT", `/api/registrations/${id}/address`, { body: { code } });
  await cluster.send("POST", `/api/registrations/${id}/submission`, { headers: sees });
  const { version } = await untilListed("/api/registrations?state=submitted", id, officer);
  const headers = { "if-match": `"${version}"` };
  await officer.send("POST", `/api/registrations/${id}/acceptance`, { headers });
  await cluster.send("POST", `/api/registrations/${id}/confirmation`);
  await untilListed("/api/partners", id, officer);
  return id;
}

/** Who did not do it may see it a moment later. */
async function untilListed(path: string, id: string, client: PatientClient): Promise<any> {
  for (;;) {
    const { rows } = await client.get(path);
    const row = rows.find((one: { id: string }) => one.id === id);
    if (row) return row;
    await pause(100);
  }
}
