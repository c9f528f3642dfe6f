import { missions as contract } from "#services/missions/missions.contract.ts";
import file from "./data/delegates.json" with { type: "json" };
import { type Desk, officer } from "./desk.ts";
import { memberOn } from "./members.ts";
import type { Entry } from "./timetable.ts";

const { nameDelegate, answerByLink } = contract.actions;

type Delegate = (typeof file.delegates)[number];
type Named = Delegate & { answers: NonNullable<Delegate["answers"]> };

/** After the claims of the same day, and before their answers. */
const hours = { named: 14, answered: 18 };

/** Some companies have said who goes; of those some have filled in their own data. */
export function delegateEntries(desk: Desk): Entry[] {
  /** By their name in the data: ids are made as they are named. */
  const ids = new Map<string, string>();
  const lane = "delegates";
  const named = file.delegates.map((one) => ({
    ...{ day: one.day, hour: hours.named, lane, reads: true as const },
    run: async () => void ids.set(one.id, await name(desk, one)),
  }));
  const answered = file.delegates
    .filter((one): one is Named => one.answers !== undefined)
    .map((one) => ({
      ...{ day: one.answers.day, hour: hours.answered, lane, reads: true as const },
      run: () => answer(desk, one, ids.get(one.id)!),
    }));
  return [...named, ...answered];
}

async function name(desk: Desk, { id, mission, member: company, day, ...own }: Delegate): Promise<string> {
  const who = memberOn(day, company) ?? officer("bram-dewitte");
  const details = { name: own.name, email: own.mail, role: own.role, language: own.language };
  const input = { mission, company, ...details };
  return (await desk.send(who, nameDelegate, input, `delegates/${id}/named`)).delegate;
}

async function answer(desk: Desk, { id, mission, member: company, answers }: Named, delegate: string) {
  const { day: _, ...own } = answers;
  const who = { kind: "delegate-link", delegate, company } as const;
  await desk.send(who, answerByLink, { mission, delegate, ...own }, `delegates/${id}/answered`);
}
