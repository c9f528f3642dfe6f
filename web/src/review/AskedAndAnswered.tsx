import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { same } from "../registration/answers.ts";
import { useFieldNames } from "../registration/useFieldNames.ts";

type Registration = Out<"GET /registrations/:id">;

/** What the office asked about single answers, what the cluster wrote to it, and whether it changed the answer. */
export function AskedAndAnswered({ registration }: { registration: Registration }) {
  const { t } = useTranslation("review");
  const { fullNameOf } = useFieldNames();
  const { questions, replies, answers, before, state } = registration;
  const waits = state === "changes-asked";
  return (
    <ul className="rows">
      {questions.map(({ field, text }) => {
        const reply = replies.find((one) => one.field === field)?.text;
        const changed = before && answers && !same(before[field], answers[field]);
        return (
          <li key={field} className="stack">
            <strong>{fullNameOf(field)}</strong>
            <p className="as-written" dir="auto">
              {text}
            </p>
            {!waits && reply && (
              <blockquote className="as-written" dir="auto">
                {reply}
              </blockquote>
            )}
            {!waits && (
              <span className="quiet small">{t(changed ? "asked.changed" : "asked.unchanged")}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
