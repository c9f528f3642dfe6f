import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { type Answers, type Field, same } from "../registration/answers.ts";
import { useFieldNames } from "../registration/useFieldNames.ts";
import { useShown } from "../registration/useShown.ts";
import { AnswerBefore } from "./AnswerBefore.tsx";
import { bySection, useFields } from "./useFields.ts";
import "./answer-list.css";

type Props = { answers: Answers; before?: Answers | undefined };

/** What the cluster was asked, and its answers with names for codes; and what it had said the round before. */
export function AnswerList(props: Props) {
  const { nameOfSection } = useFieldNames();
  const parts = bySection(useFields({ ...props.before, ...props.answers }));
  return parts.map(({ section, fields }) => (
    <section key={section} className="part answers-part">
      <h3>{nameOfSection(section)}</h3>
      <AnswersOf fields={fields} {...props} />
    </section>
  ));
}

function AnswersOf({ fields, answers, before }: Props & { fields: Field[] }) {
  const { t } = useTranslation("sending");
  const { nameOf } = useFieldNames();
  const shown = useShown(answers.country);
  const isChanged = (field: Field) => before !== undefined && !same(answers[field], before[field]);
  return (
    <dl className="facts">
      {fields.map((field) => (
        <Fragment key={field}>
          <dt>{nameOf(field)}</dt>
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
    <a className="is-address" href={address} target="_blank" rel="noreferrer nofollow">
      {address}
    </a>
  );
}
