import { useTranslation } from "react-i18next";
import { number } from "../app/format.ts";
import { useWords } from "../app/words.ts";
import type { Answers } from "../registration/answers.ts";
import "./criteria.css";

type Criterion = { criterion: string; verdict: "pass" | "fail" | "waived"; datum: number; needed: number };

/** What a criterion is judged on. Without that answer there is nothing to judge yet. */
const judgedOn: Record<string, keyof Answers> = {
  team: "teamHundredths",
  members: "members",
  "member-types": "members",
  "english-website": "englishWebsite",
};

/** While there is nothing to judge by, a criterion has not failed either. */
export function verdictOf(
  { criterion, verdict }: Criterion,
  answers?: Answers,
): Criterion["verdict"] | "open" {
  const field = judgedOn[criterion];
  return answers && field && answers[field] === undefined ? "open" : verdict;
}

/** Each criterion with its verdict and the figure it was judged on. */
export function Criteria({ criteria, answers }: { criteria: Criterion[]; answers?: Answers }) {
  const { t, i18n } = useTranslation("sending");
  const { say } = useWords();
  return (
    <ul className="criteria">
      {criteria
        .map((one) => ({ ...one, verdict: verdictOf(one, answers) }))
        .map(({ criterion, verdict, datum, needed }) => (
          <li key={criterion} data-criterion={criterion} data-verdict={verdict}>
            <Mark verdict={verdict} />
            <span>
              {say(`sending:criteria.${criterion}`, { needed: amount(criterion, needed) })}
              <span className="criterion-found">
                {verdict === "open" ? t("judged.open") : judged(criterion, verdict, datum)}
              </span>
            </span>
          </li>
        ))}
    </ul>
  );

  function judged(criterion: string, verdict: string, datum: number) {
    return (
      <>
        <b>{say(`sending:verdicts.${verdict}`)}</b> · {found(criterion, datum)}
      </>
    );
  }

  function found(criterion: string, datum: number): string {
    if (criterion === "english-website") return datum ? t("judged.yes") : t("judged.no");
    return t("judged.given", { datum: number(amount(criterion, datum), i18n.language) });
  }
}

/** A team is counted in hundredths of a person. */
const amount = (criterion: string, datum: number) => (criterion === "team" ? datum / 100 : datum);

const marks = {
  open: "M5 9h1M9 9h1M13 9h1",
  pass: "M3 9l4 4 8-9",
  fail: "M4 4l10 10M14 4L4 14",
  waived: "M3 9h12",
};

function Mark({ verdict }: { verdict: keyof typeof marks }) {
  return (
    <svg
      className={`criterion-mark ${verdict}`}
      width="18"
      height="18"
      viewBox="0 0 18 18"
      aria-hidden="true"
    >
      <path d={marks[verdict]} fill="none" stroke="currentColor" strokeWidth="2.5" />
    </svg>
  );
}
