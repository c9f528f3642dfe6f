import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { countryName, inLanguage, languageName, number } from "../app/format.ts";
import { useAsk } from "../app/queries.ts";
import { useWords } from "../app/words.ts";
import type { Answers, Field } from "../registration/answers.ts";
import { groups } from "../registration/groups.ts";

/** What the cluster answered, in the order of its form, with names for codes. */
export function AnswerList({ answers }: { answers: Answers }) {
  const { t, i18n } = useTranslation();
  const { say } = useWords();
  const form = useAsk(
    "GET /registration-form",
    { country: answers.country ?? "" },
    answers.country !== undefined,
  );
  const language = i18n.language;
  const fields = Object.values(groups)
    .flat()
    .filter((field) => answers[field] !== undefined);

  function shown(field: Field): string {
    const answer = answers[field];
    if (field === "country") return countryName(String(answer), language);
    if (field === "language") return languageName(String(answer), language);
    if (field === "teamHundredths") return number(Number(answer) / 100, language);
    if (field === "nutsRegion" || field === "subdivision")
      return form.data?.regions.find(({ code }) => code === answer)?.name ?? String(answer);
    if (field === "ecosystems") return (answers.ecosystems ?? []).map(ecosystemName).join("\n");
    if (field === "members")
      return Object.entries(answers.members ?? {})
        .map(([type, count]) => `${say(`partnerships:members.${type}`)}: ${count}`)
        .join("\n");
    if (typeof answer === "boolean") return answer ? t("form.yes") : t("form.no");
    return String(answer);
  }

  function ecosystemName(code: string): string {
    const found = form.data?.ecosystems.find((ecosystem) => ecosystem.code === code);
    return found ? inLanguage(found.name, language) : code;
  }

  return (
    <dl className="facts">
      {fields.map((field) => (
        <Fragment key={field}>
          <dt>{say(`partnerships:${field === "declaration" ? "groups" : "fields"}.${field}`)}</dt>
          <dd className="as-written" dir="auto">
            {field === "website" ? <Website address={String(answers.website)} /> : shown(field)}
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
