import { createHash } from "node:crypto";
import stringify from "safe-stable-stringify";
import { consentRows } from "#services/identity/consents/views/consents.ts";
import { erasureRows } from "#services/identity/erasures/views/erasures.ts";
import { invitationRows } from "#services/identity/invitations/views/invitations.ts";
import { organisationRows } from "#services/identity/organisations/views/organisations.ts";
import { personRows } from "#services/identity/people/views/people.ts";
import { delegateRows } from "#services/missions/delegates/views/delegates.ts";
import { missionRows } from "#services/missions/planning/views/missions.ts";
import { countRows } from "#services/missions/seats/views/counts.ts";
import { entryRows } from "#services/missions/seats/views/entries.ts";
import { holdRows } from "#services/missions/seats/views/holds.ts";
import { moveRows } from "#services/missions/seats/views/moves.ts";
import { mergerRows } from "#services/partnerships/mergers/views/mergers.ts";
import { absenceRows } from "#services/partnerships/owners/views/absences.ts";
import { partnerRows } from "#services/partnerships/profiles/views/partners.ts";
import { registrationRows } from "#services/partnerships/registrations/views/registrations.ts";
import { settingsRows } from "#services/settings/installation/views/settings.ts";
import { logCollection } from "#shared/log/collection.ts";
import type { Commit } from "#shared/log/commit.ts";
import { eventsOf } from "#shared/log/events.ts";
import { database, type Mongo } from "#shared/mongo/connect.ts";
import { alarmsOf } from "#shared/reactions/alarms.ts";
import { marksOf } from "#shared/views/marks.ts";
import type { View } from "#shared/views/view.ts";
import { until } from "./portal.ts";

const views: View[] = [
  consentRows,
  erasureRows,
  invitationRows,
  organisationRows,
  personRows,
  missionRows,
  countRows,
  entryRows,
  absenceRows,
  mergerRows,
  holdRows,
  moveRows,
  delegateRows,
  partnerRows,
  registrationRows,
  settingsRows,
];

export const commitsIn = (mongo: Mongo): Promise<Commit[]> =>
  logCollection(mongo).find({}).sort({ _id: 1 }).toArray();

/** Waits until every view has folded all it hears, and no alarm is due. */
export async function quiet(mongo: Mongo, ms = 60_000): Promise<void> {
  let waitsFor = "";
  const isQuiet = async () => {
    const commits = await commitsIn(mongo);
    const marks = await marksOf(mongo).find({}).toArray();
    const lagging = views.filter((view) => {
      const heard = commits.flatMap(eventsOf).filter(({ type }) => view.on[type]);
      return (heard.at(-1)?.position ?? 0) > (marks.find(({ _id }) => _id === view.name)?.position ?? 0);
    });
    const due = await alarmsOf(mongo).countDocuments({ due: { $lte: new Date() } });
    waitsFor = `${lagging.map(({ name }) => name)}, ${due} alarms`;
    return !lagging.length && !due;
  };
  await until("All views at the head of the log", isQuiet, ms, 500).catch((error) => {
    throw new Error(`${error.message} Behind: ${waitsFor}.`);
  });
}

/** What must hold in the log and in the views of a portal that has come to rest. Gives what does not. */
export async function faultsIn(mongo: Mongo): Promise<string[]> {
  const commits = await commitsIn(mongo);
  return [...numbers(commits), ...keys(commits), ...chains(commits), ...(await strangeRows(mongo, commits))];
}

const numbers = (commits: Commit[]) =>
  commits.flatMap(({ _id }, n) => (_id === n + 1 ? [] : [`commit ${_id} stands at place ${n + 1}`]));

function keys(commits: Commit[]) {
  const seen = new Set<string>();
  return commits.flatMap(({ _id, entries }) =>
    entries
      .flatMap((entry) => entry.outcomes.map(({ key }) => key))
      .filter((key) => seen.has(key) || !seen.add(key))
      .map((key) => `${key} has a second outcome in commit ${_id}`),
  );
}

function chains(commits: Commit[]) {
  const last = new Map<string, number>();
  return commits.flatMap(({ _id, entries }) =>
    entries.flatMap(({ stream, after }) => {
      const known = last.get(stream) ?? 0;
      last.set(stream, _id);
      return known === after ? [] : [`commit ${_id} decided ${stream} on ${after}, not on ${known}`];
    }),
  );
}

/** Each view against one made here from the log, by its own fold and none of the kernel's writing. */
async function strangeRows(mongo: Mongo, commits: Commit[]): Promise<string[]> {
  const faults: string[] = [];
  const marks = await marksOf(mongo).find({}).toArray();
  const known = new Set(views.map(({ name }) => name));
  for (const { _id, version, position, failed } of marks) {
    if (version !== undefined && !known.has(_id)) faults.push(`${_id} is not among the views compared here`);
    if (failed) faults.push(`${_id} stands still: ${failed.error}`);
    if (position > commits.length) faults.push(`${_id} stands at ${position}, the log at ${commits.length}`);
  }
  for (const view of views) {
    const stored = await database(mongo).collection<any>(view.name).find({}).toArray();
    const folded = await foldAnew(view, commits);
    if (digest(stored) !== digest(folded))
      faults.push(
        `${view.name} holds ${stored.length} rows that are not the ${folded.length} of its rebuild`,
      );
  }
  return faults;
}

async function foldAnew(view: View, commits: Commit[]): Promise<object[]> {
  const rows = new Map<string, object>();
  const access = {
    get: async (id: string) => rows.get(id),
    put: (id: string, row: object) => void rows.set(id, row),
    remove: (id: string) => void rows.delete(id),
  };
  for (const event of commits.flatMap(eventsOf)) await view.on[event.type]?.(event, access);
  return [...rows].map(([_id, row]) => ({ _id, ...row }));
}

function digest(rows: object[]): string {
  const lines = rows.map((row) => stringify(row) ?? "").sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** What the log holds for each key, to hold answers against. The reply carries its commit's number. */
export function outcomesOf(commits: Commit[]) {
  return commits.flatMap(({ _id: position, entries }) =>
    entries.flatMap(({ stream, outcomes }) => outcomes.map((outcome) => ({ ...outcome, stream, position }))),
  );
}
