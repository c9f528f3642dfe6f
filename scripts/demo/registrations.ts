import { identity } from "#services/identity/identity.contract.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { nobody, type Principal } from "#shared/access/principal.ts";
import { answersOf, type Cluster, finalLanguage, nameOf, textIn } from "./answers.ts";
import clustersFile from "./data/clusters.json" with { type: "json" };
import { type Desk, officer, personId } from "./desk.ts";
import { admin } from "./office.ts";
import type { Entry } from "./timetable.ts";

const { actions } = partnerships;

type Step = { step: string; day: number; by?: string };

/** How far a cluster has come. */
type Registration = {
  id: string;
  /** The secret that opens it. */
  link: string;
  /** Of its draft, and of its stream: what the next edit must have seen. */
  draft: number;
  version: number;
};

/** By the cluster's name in the data, filled as they start. */
export type Registrations = Map<string, Registration>;

/** Each cluster takes its steps; what an office does with it is done by the officer in the data. */
export const registrationEntries = (desk: Desk, registrations: Registrations): Entry[] =>
  clustersFile.clusters.flatMap((cluster) => {
    const steps = stepsOf(cluster);
    const firstLanguage = steps.some(({ step }) => step === "resubmitted")
      ? cluster.language
      : finalLanguage(cluster);
    return steps.map(({ step, day, by }) => ({
      day,
      hour: hours[step] ?? 14,
      lane: cluster.id,
      ...(readingSteps.has(step) && { reads: true as const }),
      run: () => take(desk, registrations, cluster, { step, day, ...(by && { by }) }, firstLanguage),
    }));
  });

/** A page is published at two; at four its reaction has made the cluster a partner whom a person can join. */
const hours: Record<string, number> = { started: 11, welcomed: 16 };

/** An answer is saved only where the rows say that it was asked; a person joins an organisation among the rows. */
const readingSteps = new Set(["resubmitted", "welcomed"]);

function stepsOf(cluster: Cluster): Step[] {
  const steps: Step[] = [...cluster.steps];
  const last = steps.at(-1)!;
  if (cluster.state === "published") steps.push({ step: "welcomed", day: last.day });
  // Recognised by a programme, but too few members: the day after it came in, an officer waives the criterion.
  if (cluster.state === "in-review" && cluster.programme)
    steps.push({ step: "waived", day: last.day + 1, by: "leen-vercauteren" });
  return steps;
}

async function take(
  desk: Desk,
  registrations: Registrations,
  cluster: Cluster,
  { step, by }: Step,
  firstLanguage: string,
): Promise<void> {
  const key = `clusters/${cluster.id}/${step}`;
  if (step === "started") {
    registrations.set(cluster.id, await start(desk, cluster, firstLanguage, key));
    return;
  }
  const own = registrations.get(cluster.id)!;
  const { id, version } = own;
  const link: Principal = { kind: "link", registration: id };
  const decide = officer(by ?? "");
  const save = async (changes: object) => {
    const saved = await desk.send(
      link,
      actions.saveDraft,
      { id, version: own.draft, changes },
      `${key}/saved`,
    );
    own.draft = saved.version;
  };
  const submit = () => desk.send(link, actions.submit, { id, version: own.draft }, key);
  const confirmAddress = async () => {
    const { code } = await desk.send(link, actions.sendAddressCode, { id }, `${key}/code`);
    await desk.send(link, actions.confirmAddress, { id, code: code! }, `${key}/confirmed-address`);
  };
  switch (step) {
    case "submitted":
      await save({ declaration: true });
      await confirmAddress();
      own.version = (await submit()).position;
      return;
    case "asked-colleague": {
      await confirmAddress();
      const { section, mail: email, message } = colleagueOf(cluster);
      const asked = { id, section, email, message, language: firstLanguage };
      await desk.send(link, actions.sendSection, asked, key);
      return;
    }
    case "changes-asked": {
      const note = questionTo(cluster);
      own.version = (await desk.send(decide, actions.askChanges, { id, version, note }, key)).position;
      return;
    }
    case "resubmitted":
      await save(textIn(cluster, finalLanguage(cluster)));
      own.version = (await submit()).position;
      return;
    case "waived": {
      const programme = cluster.programme!;
      own.version = (await desk.send(decide, actions.waive, { id, version, programme }, key)).position;
      return;
    }
    case "accepted":
      own.version = (await desk.send(decide, actions.accept, { id, version }, key)).position;
      return;
    case "rejected":
      await desk.send(decide, actions.reject, { id, version, reason: cluster.note! }, key);
      return;
    case "confirmed":
      await desk.send(link, actions.confirm, { id }, key);
      return;
    case "welcomed":
      await welcome(desk, cluster, id, key);
      return;
    default:
      throw new Error(`clusters.json: ${cluster.id} takes the step ${step}, which is not known.`);
  }
}

async function start(desk: Desk, cluster: Cluster, language: string, key: string): Promise<Registration> {
  const { country } = cluster;
  const { id, link, version } = await desk.send(nobody, actions.startDraft, { country, language }, key);
  const input = { id, version, changes: answersOf(cluster, language) };
  const saved = await desk.send({ kind: "link", registration: id }, actions.saveDraft, input, `${key}/saved`);
  return { id, link, draft: saved.version, version: 0 };
}

/** To whom it sends one section of the form. */
function colleagueOf(cluster: Cluster) {
  if (!("colleague" in cluster)) throw new Error(`clusters.json: ${cluster.id} names no colleague.`);
  const { section, ...colleague } = cluster.colleague;
  return { ...colleague, section: section as "team" };
}

/** What the office misses: an English website, or else, answered by the next submission, a text in English. */
const questionTo = (cluster: Cluster): string =>
  cluster.englishWebsite
    ? "Please give your summary in English too, so that our members can read it."
    : "Please give us the address of the English version of your website.";

async function welcome(desk: Desk, cluster: Cluster, organisation: string, key: string): Promise<void> {
  const own = { name: nameOf(cluster), email: cluster.contact.mail, language: cluster.language };
  const input = { id: personId(`contact-${cluster.id}`), organisation, roles: ["partner" as const], ...own };
  await desk.send(admin, identity.actions.admitPerson, input, key);
}
