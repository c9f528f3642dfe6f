import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWords } from "../app/words.ts";
import { Part } from "../parts/Page.tsx";
import type { questionsIn } from "./draft.ts";
import { useRegistration } from "./registration.ts";
import { sectionOf } from "./sections.ts";

/** Each question of the office, with the way to where it is answered and what was written to it. */
export default function AskedAbout({ questions }: { questions: ReturnType<typeof questionsIn> }) {
  const { replies } = useRegistration().own;
  const { t } = useTranslation("sending");
  const { say } = useWords();
  const { lang } = useParams({ from: "/$lang" });
  return (
    <Part title={t("asked.title")}>
      <ul className="rows">
        {questions.map(({ field, text }) => (
          <li key={field} className="stack">
            <Link
              to="/$lang/register/form/$section"
              params={{ lang, section: sectionOf(field) }}
              hash={`answer-${field}`}
            >
              {say(`partnerships:fields.${field}`)}
            </Link>
            <p className="as-written" dir="auto">
              {text}
            </p>
            {replies
              .filter((one) => one.field === field)
              .map((one) => (
                <p key={field} className="as-written" dir="auto" data-own-reply>
                  <strong>{t("asked.own")}</strong> {one.text}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </Part>
  );
}
