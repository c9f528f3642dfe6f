import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { NativeSelect, Textarea } from "../parts/fields.tsx";
import type { Field } from "../registration/answers.ts";
import { useFieldNames } from "../registration/useFieldNames.ts";
import { bySection } from "./useFields.ts";

export type Question = { field: Field; text: string };

type Props = {
  /** In the order of the form. */
  fields: Field[];
  questions: Question[];
  onChange: (questions: Question[]) => void;
};

const idOf = (field: Field) => `question-${field}`;

/** Questions about single answers, in the order of the form: each is read where the cluster gives that answer. */
export function Questions({ fields, questions, onChange }: Props) {
  const { t } = useTranslation("review");
  const { nameOf, fullNameOf, nameOfSection } = useFieldNames();
  const left = fields.filter((field) => !questions.some((question) => question.field === field));
  const write = (field: Field, text: string) =>
    onChange(questions.map((one) => (one.field === field ? { field, text } : one)));
  return (
    <>
      {questions.map(({ field, text }) => (
        <div key={field} className="stack question-of-office">
          <Textarea
            id={idOf(field)}
            className="field"
            rows={2}
            label={t("questions.about", { field: fullNameOf(field) })}
            maxLength={1_000}
            value={text}
            onChange={(event) => write(field, event.currentTarget.value)}
          />
          <Button
            variant="default"
            size="sm"
            onClick={() => {
              onChange(questions.filter((one) => one.field !== field));
              focusOn("question-add");
            }}
          >
            {t("questions.remove")}
            <span className="hidden-text"> {fullNameOf(field)}</span>
          </Button>
        </div>
      ))}
      {left.length > 0 && (
        <NativeSelect
          id="question-add"
          className="field"
          label={t("questions.add")}
          description={t("questions.hint")}
          value=""
          data={[
            { value: "", label: t("questions.choose") },
            ...bySection(left).map((part) => ({
              group: nameOfSection(part.section),
              items: part.fields.map((field) => ({ value: field, label: nameOf(field) })),
            })),
          ]}
          onChange={(event) => {
            const field = event.currentTarget.value as Field;
            onChange([...questions, { field, text: "" }]);
            focusOn(idOf(field));
          }}
        />
      )}
    </>
  );
}
