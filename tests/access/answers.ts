import { readFileSync } from "node:fs";
import { type Policy, type Verdict, verdictOf } from "#shared/access/policy.ts";
import { manualClock } from "#shared/clock/clock.ts";
import type { Action } from "#shared/contract/contract.ts";
import { type Kind, kindsOf, type Theirs } from "./kinds.ts";
import { inputOf, labelOf, type Records, type Row, rowsOf } from "./rows.ts";

/** Who is answered what: written by `npm run access` from the policies, and what all that run is held to. */
export const file = new URL("answers.txt", import.meta.url);

export const words: Record<Verdict, string> = {
  yes: "yes",
  unauthenticated: "sign-in",
  "not-allowed": "no",
  "not-found": "hidden",
  "second-factor-needed": "factor",
  "step-up-required": "step-up",
  "not-by-token": "in-person",
  "outside-scope": "scope",
};

const widths = { label: 70, about: 24, answer: 12 };

export const records: Records = {
  company: { own: "own-company", foreign: "other-company", missing: "no-such-company" },
  invitations: { own: "own-invitation", foreign: "own-invitation", missing: "no-such-invitation" },
  missions: { own: "own-mission", foreign: "own-mission", missing: "no-such-mission" },
  organisations: { own: "own-company", foreign: "other-company", missing: "no-such-company" },
  partners: { own: "own-partner", foreign: "own-partner", missing: "no-such-partner" },
  providers: { own: "own-provider", foreign: "own-provider", missing: "no-such-provider" },
  officers: { own: "own-person", foreign: "own-person", missing: "no-such-person" },
  people: { own: "own-person", foreign: "own-person", missing: "no-such-person" },
  sessions: { own: "own-session", foreign: "own-session", missing: "no-such-session" },
  "saved-views": { own: "own-view", foreign: "own-view", missing: "no-such-view" },
  tokens: { own: "own-token", foreign: "own-token", missing: "no-such-token" },
  registrations: { own: "own-form", foreign: "other-form", missing: "no-such-form" },
  link: { own: "own-link", foreign: "other-link", missing: "no-such-link" },
  section: { own: "own-section", foreign: "own-section", missing: "no-such-section" },
  delegate: { own: "own-delegate", foreign: "other-delegate", missing: "no-such-delegate" },
  "marked-addresses": { own: "own-address", foreign: "own-address", missing: "no-such-address" },
};

export const theirsIn = ({ registrations, company, link, delegate, section }: Records): Theirs => ({
  registration: registrations!.own,
  company: company!.own,
  seatLink: link!.own,
  delegate: delegate!.own,
  sectionLink: section!.own,
});

const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
export const kinds = kindsOf(theirsIn(records), clock.now().getTime());

/** As the policies say it, or as they would with another one in the place of an action's own. */
export function answersOf(of?: Action[], instead?: Policy): string {
  const lines = rowsOf(records, of).map((row) =>
    inColumns(
      labelOf(row.action),
      row.about,
      kinds.map((kind) => answerTo(kind, row, instead)),
    ),
  );
  return `${lines.join("\n")}\n`;
}

function answerTo({ who }: Kind, row: Row, instead = row.action.policy): string {
  const at = { clock, config: { demo: row.demo } as never };
  return words[verdictOf({ ...row.action, policy: instead }, who, inputOf(row, who), at)];
}

function inColumns(label: string, about: string, answers: string[]): string {
  const columns = answers.map((answer) => answer.padEnd(widths.answer));
  return [label.padEnd(widths.label), about.padEnd(widths.about), ...columns].join(" ").trimEnd();
}

const head = [
  "What each kind of caller is answered. yes; no: told who may; sign-in: so too, and to sign in first; hidden: as if",
  "it were not there; factor: asked for a second factor; step-up: asked for it again; in-person: told that no token does it;",
  "scope: told what their token would have to be for. expired: a session that has ended; suspended: whose access an administrator",
  "has suspended; roleless: signed in without a role;",
  "unproven, unfresh: all that staff may, with no second factor or an old one. token: one of all that staff may, for everything;",
  "scopeless: the same for nothing; reader: a member's, to read; ended-token: one that has ended, where it is not refused before.",
  "",
  inColumns(
    "asked",
    "about",
    kinds.map(({ name }) => name),
  ),
].join("\n");

export const pageOf = (answers = answersOf()): string => `${head}\n${answers}`;

/** What is expected, by row and kind. */
export function expectedAnswers(): Map<string, Record<string, string>> {
  const lines = readFileSync(file, "utf8").split("\n").slice(head.split("\n").length);
  return new Map(
    lines.filter(Boolean).map((line) => {
      const about = line.slice(widths.label + 1, widths.label + widths.about + 1).trim();
      const answers = line
        .slice(widths.label + widths.about + 2)
        .trim()
        .split(/\s+/);
      const key = keyOf(line.slice(0, widths.label).trim(), about);
      return [key, Object.fromEntries(kinds.map(({ name }, n) => [name, answers[n] ?? ""]))];
    }),
  );
}

export const keyOf = (label: string, about: string): string => `${label} (${about})`;
