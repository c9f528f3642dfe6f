import { Fragment } from "react";
import { useWords } from "../app/words.ts";
import type { Answers } from "../registration/answers.ts";
import { sections } from "../registration/sections.ts";
import { useShown } from "../registration/useShown.ts";

/** What the cluster answered, in the order of its form, with names for codes. */
export function AnswerList({ answers }: { answers: Answers }) {
  const { say } = useWords();
  const shown = useShown(answers.country);
  const fields = Object.values(sections)
    .flat()
    .filter((field) => answers[field] !== undefined);

  return (
    <dl className="facts">
      {fields.map((field) => (
        <Fragment key={field}>
          <dt>{say(`partnerships:${field === "declaration" ? "sections" : "fields"}.${field}`)}</dt>
          <dd className="as-written" dir="auto">
            {field === "website" ? (
              <Website address={String(answers.website)} />
            ) : (
              shown(field, answers[field])
            )}
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
