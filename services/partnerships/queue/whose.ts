import { type Away, isAway } from "../owners/absences.ts";

type Officer = { person: string; away?: Away };

/**
 * Whether it is for that officer to do: it is theirs, they stand in for whoever is away, or there is nobody else. `today`:
 * where the office is.
 */
export function isFor(me: string, owner: string | undefined, officers: Officer[], today: string): boolean {
  const present = (person: string | undefined) =>
    officers.find((one) => one.person === person && !isAway(one.away, today));
  const theirs = officers.find(({ person }) => person === owner);
  if (!theirs || owner === me) return true;
  if (present(owner)) return false;
  const deputy = present(theirs.away?.deputy);
  return deputy ? deputy.person === me : true;
}
