import type { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { asksNuts } from "#shared/codes/registration-area.ts";
import type { Input } from "#shared/contract/contract.ts";
import type clustersFile from "./data/clusters.json";

export type Cluster = (typeof clustersFile.clusters)[number];
type Answers = Input<typeof partnerships.actions.saveDraft>["changes"];

/**
 * The United Kingdom left NUTS before the first day of the demo set, so the form asks it for an ISO 3166-2
 * subdivision, as any country outside the area. Those who still name their former NUTS region give that one.
 */
const subdivisionOfFormer: Record<string, string> = { UKM6: "GB-ORK" };

/** What a cluster fills in, but for the declaration. What it has not filled in yet is left out. */
export function answersOf(cluster: Cluster, language: string): Answers {
  const { name, legalForm, website, englishWebsite, members, staffFte, programme, contact } = cluster;
  return {
    ...identifiers(cluster),
    ...{ kind: "cluster" as const, name, legalForm, website },
    ...(englishWebsite !== null && { englishWebsite }),
    ...(members && { members: memberCounts(members) }),
    ...(staffFte !== null && { teamHundredths: Math.round(staffFte * 100) }),
    ...(programme && { recognisedBy: programme }),
    ecosystems: cluster.ecosystems,
    ...textIn(cluster, language),
    contactName: nameOf(cluster),
    contactEmail: contact.mail,
    contactRole: inWords(contact.role),
    contactLanguage: contactLanguageOf(cluster),
  };
}

function identifiers({ country, region, register }: Cluster): Answers {
  if (asksNuts(country)) return { nutsRegion: region.code, ...(register && { vatNumber: register.number }) };
  const subdivision = subdivisionOfFormer[region.code] ?? region.code;
  return { subdivision, ...(register && { registerNumber: register.number }) };
}

const memberCounts = (members: NonNullable<Cluster["members"]>) => ({
  companies: members.companies,
  knowledge: members.knowledge,
  publicBodies: members.public,
  others: members.other,
});

const summaries = ({ summary }: Cluster): Record<string, string | undefined> => summary;

export const textIn = (cluster: Cluster, language: string) => ({
  summary: summaries(cluster)[language]!,
  language,
});

/** English where someone wrote it, as the office reads it; the cluster's own language where not. */
export const finalLanguage = (cluster: Cluster): string =>
  summaries(cluster)["en"] ? "en" : cluster.language;

const familyNameFirst = ["ja", "ko", "zh"];

export function nameOf({ contact, language }: Cluster): string {
  const { givenName, familyName } = contact;
  return familyNameFirst.includes(language) ? `${familyName} ${givenName}` : `${givenName} ${familyName}`;
}

/** Who speaks none of ours is written to in English. */
const contactLanguageOf = ({ language }: Cluster): string =>
  ["nl", "fr", "de"].includes(language) ? language : "en";

/** managing-director → Managing director */
const inWords = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll("-", " ");
