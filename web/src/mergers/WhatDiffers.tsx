import { useTranslation } from "react-i18next";
import { type Answers, type Field, same } from "../registration/answers.ts";
import { sections } from "../registration/sections.ts";
import { useFieldNames } from "../registration/useFieldNames.ts";
import { useShown } from "../registration/useShown.ts";
import type { Registration } from "./sides.ts";
import "./mergers.css";

/** The answers that are not the same in both, side by side; of those that were erased nothing is known. */
export function WhatDiffers({ stays, goes }: { stays: Registration; goes: Registration }) {
  const { t } = useTranslation("review");
  const { fullNameOf } = useFieldNames();
  const fields = Object.values(sections)
    .flat()
    .filter((field) => !same(stays.answers?.[field], goes.answers?.[field]));
  if (!stays.answers || !goes.answers) return <p className="quiet">{t("mergers.erased")}</p>;
  if (!fields.length) return <p className="quiet">{t("mergers.all-same")}</p>;
  return (
    <ul className="rows">
      {fields.map((field) => (
        <li key={field} className="stack">
          <strong>{fullNameOf(field)}</strong>
          <div className="merger-sides">
            <Side
              title={t("mergers.sides.stays", { name: stays.name })}
              answers={stays.answers!}
              field={field}
            />
            <Side
              title={t("mergers.sides.goes", { name: goes.name })}
              answers={goes.answers!}
              field={field}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Side({ title, answers, field }: { title: string; answers: Answers; field: Field }) {
  const { t } = useTranslation("review");
  const shown = useShown(answers.country);
  const answer = shown(field, answers[field]);
  return (
    <p>
      <span className="quiet small">{title}</span>
      <span className="as-written" dir="auto">
        {answer || t("mergers.no-answer")}
      </span>
    </p>
  );
}
