import { free, type SeatEvent, type Seats, seats, standing } from "#services/missions/seats/seats.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { follows, noHash } from "#shared/log/chain.ts";
import type { Commit } from "#shared/log/commit.ts";
import { eventsOf } from "#shared/log/events.ts";
import type { Asked, Run } from "./run.ts";

/** What must hold after every run, whatever failed in it. Gives what does not. */
export const faultsIn = ({ store: { commits }, asked }: Run): string[] => [
  ...numbers(commits),
  ...keys(commits),
  ...chains(commits),
  ...seals(commits),
  ...answers(commits, asked),
  ...lists(commits),
];

const numbers = (commits: readonly Commit[]) =>
  commits.flatMap(({ _id }, n) => (_id === n + 1 ? [] : [`commit ${_id} stands at place ${n + 1}`]));

function keys(commits: readonly Commit[]) {
  const seen = new Set<string>();
  return commits.flatMap(({ _id, entries, keys: own }) => {
    const outcomes = entries.flatMap((entry) => entry.outcomes.map(({ key }) => key));
    const twice = own.filter((key) => seen.has(key) || !seen.add(key));
    return [
      ...twice.map((key) => `${key} was answered twice, again in commit ${_id}`),
      ...(String(own) === String(outcomes)
        ? []
        : [`the keys of commit ${_id} are not those of its outcomes`]),
    ];
  });
}

/** Every outcome was decided on everything that had happened in its stream. */
function chains(commits: readonly Commit[]) {
  const last = new Map<string, number>();
  return commits.flatMap(({ _id, entries }) =>
    entries.flatMap(({ stream, after }) => {
      const known = last.get(stream) ?? 0;
      last.set(stream, _id);
      return known === after ? [] : [`commit ${_id} decided ${stream} on ${after}, not on ${known}`];
    }),
  );
}

/** Each commit seals the one before it, whoever wrote the two. */
const seals = (commits: readonly Commit[]) =>
  commits.flatMap((commit, n) =>
    follows(commits[n - 1] ?? { _id: 0, hash: noHash }, commit) ? [] : [`commit ${commit._id} does not seal`],
  );

/** Who was told something was told what the log holds, every time the same. */
function answers(commits: readonly Commit[], asked: Asked[]) {
  const recorded = new Map(
    commits.flatMap(({ _id, entries }) =>
      entries.flatMap(({ outcomes }) =>
        outcomes.map(({ key, hash, reply }) => [key, { position: _id, hash, reply }] as const),
      ),
    ),
  );
  return asked.flatMap(({ key, hash, answer }) => {
    const outcome = recorded.get(key);
    if (!outcome) return [`${key} was answered and is lost`];
    const { position, reply } = outcome;
    if (outcome.hash !== hash)
      return (answer as { refused?: string }).refused === "key-reused" ? [] : [`${key}: another body passed`];
    const right = isRefusal(reply) ? reply : { ...(reply as object), position };
    const same = JSON.stringify(right) === JSON.stringify(answer);
    return same ? [] : [`${key} was told ${JSON.stringify(answer)}, recorded is ${JSON.stringify(right)}`];
  });
}

/** At every commit: no seat given twice, one entry a company, and nobody waits for what is free. */
function lists(commits: readonly Commit[]) {
  const states = new Map<string, Seats>();
  const faults: string[] = [];
  for (const event of commits.flatMap(eventsOf)) {
    const before = states.get(event.stream) ?? seats.initial;
    const { type, data, stream } = event as unknown as SeatEvent & { stream: string };
    const company = "company" in data ? data.company : undefined;
    const entry = company === undefined ? undefined : standing(before, company)?.state;
    if (type === "SeatsWaitlisted" && (entry === "waiting" || entry === "confirmed"))
      faults.push(`${company} waits twice at ${event.id}`);
    if (type === "SeatsConfirmed" && entry === "confirmed")
      faults.push(`${company} has seats twice at ${event.id}`);
    const after = seats.evolve(before, { type, data } as SeatEvent);
    if (free(after) < 0) faults.push(`${stream} is oversold at ${event.id}`);
    states.set(stream, after);
  }
  for (const [stream, state] of states) {
    const waits = [...state.waiting.values()];
    if (waits.some(({ least }) => least <= free(state)))
      faults.push(`${stream}: someone waits for what is free`);
  }
  return faults;
}
