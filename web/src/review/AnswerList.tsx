import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useWords } from "../app/words.ts";
import { type Answers, type Field, same } from "../registration/answers.ts";
import { useShown } from "../registration/useShown.ts";
import { AnswerBefore } from "./AnswerBefore.tsx";
import { useFields } from "./useFields.ts";

type Props = { answers: Answers; before?: Answers | undefined };

/** What the cluster was asked, and its answers with names for codes; and what it had said the round before. */
export function AnswerList({ answers, before }: Props) {
  const { t } = useTranslation("sending");
  const { say } = useWords();
  const shown = useShown(answers.country);
  const fields = useFields({ ...before, ...answers });
  const isChanged = (field: Field) => before !== undefined && !same(answers[field], before[field]);

  return (
    <dl className="facts">
      {fields.map((field) => (
        <Fragment key={field}>
          <dt>{say(`partnerships:${field === "declaration" ? "sections" : "fields"}.${field}`)}</dt>
          <dd className="as-written" dir="auto" data-changed={isChanged(field)}>
            {field === "website" && answers.website ? (
              <Website address={answers.website} />
            ) : (
              shown(field, answers[field]) || <span className="quiet">{t("change.none")}</span>
            )}
            {isChanged(field) && <AnswerBefore shown={shown(field, before?.[field])} />}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Its form is held by the schema: https:// or http://, and no other. Where it leads is a stranger's. */
function Website({ address }: { address: string }) {
  return (
    <a href={address} target="_blank" rel="noreferrer nofollow">
      {address}
    </a>
  );
}
