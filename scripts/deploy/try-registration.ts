import { setTimeout as pause } from "node:timers/promises";
import { openPatientClient, type PatientClient } from "./patient-client.ts";

const answers = {
  country: "JP",
  subdivision: "JP-40",
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
  declaration: true,
};

/** A foreign cluster registers, an officer accepts, the cluster confirms its page. Gives the id of the registration. */
export async function registerPartner(url: string, officer: PatientClient): Promise<string> {
  const body = { country: "JP", language: "en" };
  const { id, link } = await openPatientClient(url).send("POST", "/api/registrations/drafts", { body });
  const cluster = openPatientClient(url, { "causeway-link": link });
  const changes = { ...answers, registerNumber: String(Date.now()) };
  const draft = `/api/registrations/${id}/draft`;
  await cluster.send("PATCH", draft, { body: { changes }, headers: { "if-match": '"1"' } });
  await cluster.send("POST", `/api/registrations/${id}/submission`);
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
