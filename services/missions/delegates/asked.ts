import { refuse } from "#shared/contract/refusals.ts";
import { type Answers, answers } from "./answers.ts";

export type AnswerWord = keyof typeof answers;
type Mission = { online?: boolean };

const ofEveryone: AnswerWord[] = ["telephone", "listed"];

/** Of who meets online only what a meeting needs. */
export const askedOf = ({ online = false }: Mission): AnswerWord[] =>
  (Object.keys(answers) as AnswerWord[]).filter((word) => !online || ofEveryone.includes(word));

/** Of who travels the name in the passport is needed; what a mission does not ask is not taken. */
export function wrongIn(own: Answers, mission: Mission) {
  const asked = askedOf(mission);
  if ((Object.keys(own) as AnswerWord[]).some((word) => !asked.includes(word)))
    return refuse("missions.not-asked-online");
  if (asked.includes("passportName") && !own.passportName) return refuse("missions.passport-name-missing");
  return undefined;
}
