import type { Static } from "typebox";
import type { Answers } from "./answers.ts";
import type { Criterion as CriterionSchema } from "./contract.ts";

export type Criterion = Static<ReturnType<typeof CriterionSchema>>;

/** The European Cluster Collaboration Platform's terms for a cluster profile (clustercollaboration.eu, "Register"). */
const needed = { team: 50, members: 15, memberTypes: 2, englishWebsite: 1 };

/** Each criterion with the figure it was judged on, so that nobody has to guess why. */
export function judge(answers: Answers): Criterion[] {
  const counts = answers.members ? Object.values(answers.members) : [];
  const members = counts.reduce((sum, count) => sum + count, 0);
  const types = counts.filter((count) => count > 0).length;
  return [
    criterion("team", answers.teamHundredths ?? 0, needed.team),
    criterion("members", members, needed.members),
    criterion("member-types", types, needed.memberTypes),
    criterion("english-website", answers.englishWebsite ? 1 : 0, needed.englishWebsite),
  ];
}

const criterion = (name: Criterion["criterion"], datum: number, least: number): Criterion => ({
  criterion: name,
  verdict: datum >= least ? "pass" : "fail",
  datum,
  needed: least,
});

/** A cluster that a national programme recognises need not meet what it fails. */
export const waive = (criteria: Criterion[]): Criterion[] =>
  criteria.map((one) => (one.verdict === "fail" ? { ...one, verdict: "waived" } : one));

export const failed = (criteria: Criterion[]): Criterion[] =>
  criteria.filter(({ verdict }) => verdict === "fail");
