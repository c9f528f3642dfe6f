import stringify from "safe-stable-stringify";
import type { Principal } from "#shared/access/principal.ts";
import { outcomeKey } from "#shared/log/keys.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { commitsIn, faultsIn, outcomesOf, quiet } from "../faults/stored.ts";
import { mission, seats, type Told } from "./race.ts";

/** What must hold after a race for seats, whatever was killed in it. Gives what does not. */
export async function faultsAfter(
  mongo: Mongo,
  secret: string,
  companies: number,
  told: Told[],
): Promise<string[]> {
  await quiet(mongo);
  const outcomes = outcomesOf(await commitsIn(mongo)).filter(({ stream }) => stream === `seats/${mission}`);
  const events = outcomes.flatMap((outcome) => outcome.events) as {
    type: string;
    data: { company: string };
  }[];
  const ofType = (type: string) =>
    events.filter((event) => event.type === type).map(({ data }) => data.company);
  const [given, waiting] = [ofType("SeatsConfirmed"), ofType("SeatsWaitlisted")];
  const faults = await faultsIn(mongo);
  if (given.length !== seats) faults.push(`${given.length} of ${seats} seats were given`);
  if (new Set([...given, ...waiting]).size !== companies || given.length + waiting.length !== companies)
    faults.push(
      `${given.length} with seats and ${waiting.length} on the list are not ${companies} companies, once each`,
    );
  const places = outcomes.flatMap(({ reply }) => (reply as { place?: number }).place ?? []);
  if (places.some((place, n) => place !== n + 1))
    faults.push("places on the list are not the order of commit");
  return [...faults, ...answersIn(secret, outcomes, told)];
}

/** Everyone was told what the log holds for the key: nothing acknowledged is lost, and a replay is identical. */
function answersIn(secret: string, outcomes: ReturnType<typeof outcomesOf>, told: Told[]): string[] {
  const byKey = new Map(outcomes.map((outcome) => [outcome.key, outcome]));
  return told.flatMap(({ company, person, key, got }) => {
    const who: Principal = { kind: "person", person, organisation: company, roles: [] };
    const outcome = byKey.get(outcomeKey(secret, who, "missions.claim", key));
    if (!outcome) return [`${key} was told ${got.status} and is not in the log`];
    const reply = outcome.reply as { refused?: string };
    const same = reply.refused
      ? got.status === 409 && got.body.code === reply.refused
      : got.status === 200 && stringify(got.body) === stringify({ ...reply, position: outcome.position });
    return same
      ? []
      : [`${key} was told ${JSON.stringify(got.body)}, the log holds ${JSON.stringify(reply)}`];
  });
}
