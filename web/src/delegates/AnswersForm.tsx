import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { refresh, useStep } from "../app/queries.ts";
import { Choices } from "../parts/Choices.tsx";
import { ErrorSummary } from "../parts/ErrorSummary.tsx";
import { Textarea, TextInput } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { Own } from "./OwnData.tsx";

const needed = ["passportName", "telephone"] as const;
const needs = ["diet", "access"] as const;
type Line = (typeof needed)[number] | (typeof needs)[number];
type Props = { link: { mission: string; delegate: string }; own: Own };

const isRight = { passportName: /[\p{L}\p{N}]/u, telephone: /^[+]?[0-9 ()./-]{3,40}$/ };

/** What is asked of somebody: a journey needs things that must be said, and some that may; a meeting online needs less. */
export function AnswersForm({ link, own: { asked, answers } }: Props) {
  const { t } = useTranslation("delegates");
  const [typed, setTyped] = useState<Record<Line, string>>({
    ...{ passportName: "", telephone: "", diet: "", access: "" },
    ...answers,
  });
  const [listed, setListed] = useState(answers?.listed ?? false);
  const [attempt, setAttempt] = useState(0);
  const save = useStep("POST /missions/:mission/delegates/:delegate/answers", async () => {
    await refresh(`/api/missions/${link.mission}`);
    focusOn("own-data-saved");
  });
  const wrong = needed.filter((field) => asked.includes(field) && !isRight[field].test(typed[field].trim()));
  const write = (field: Line, words: string) => setTyped({ ...typed, [field]: words });

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (wrong.length) return;
    const said = (field: Line) => asked.includes(field) && typed[field].trim();
    const [passportName, diet, access] = [said("passportName"), said("diet"), said("access")];
    const filled = {
      ...{ ...link, telephone: typed.telephone.trim(), listed },
      ...{ ...(passportName && { passportName }), ...(diet && { diet }), ...(access && { access }) },
    };
    // Whoever was taken off meanwhile is told so in the place of the form.
    save.mutate(filled, {
      onError: ({ status }) => status === 404 && refresh(`/api/missions/${link.mission}`),
    });
  }

  const field = (name: Line) => ({
    id: `own-${name}`,
    className: "field",
    label: t(`own.${name}`),
    value: typed[name],
  });
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {attempt > 0 && (
        <ErrorSummary
          attempt={attempt}
          faults={wrong.map((name) => ({
            ...{ target: `own-${name}`, label: t(`own.${name}`), why: t(`errors.${name}`) },
          }))}
        />
      )}
      {needed
        .filter((name) => asked.includes(name))
        .map((name) => (
          <TextInput
            key={name}
            {...field(name)}
            type={name === "telephone" ? "tel" : "text"}
            autoComplete={name === "telephone" ? "tel" : "name"}
            maxLength={name === "telephone" ? 41 : 120}
            description={t(`own.${name}-hint`)}
            error={attempt > 0 && wrong.includes(name) && t(`errors.${name}`)}
            onChange={(event) => write(name, event.currentTarget.value)}
          />
        ))}
      {needs
        .filter((name) => asked.includes(name))
        .map((name) => (
          <Textarea
            key={name}
            {...field(name)}
            rows={2}
            maxLength={500}
            autoComplete="off"
            description={t("own.sensitive-hint")}
            onChange={(event) => write(name, event.currentTarget.value)}
          />
        ))}
      <Choices
        id="own-listed"
        type="checkbox"
        label={t("own.consent")}
        options={[{ value: "yes", label: t("own.listed") }]}
        chosen={listed ? ["yes"] : []}
        onChange={(chosen) => setListed(chosen.length > 0)}
        onLeave={() => {}}
      />
      <div className="actions">
        <Button type="submit" loading={save.isPending}>
          {t("own.save")}
        </Button>
      </div>
      <p role="status" id="own-data-saved" tabIndex={-1}>
        {save.isSuccess && t("own.saved")}
      </p>
      {save.error && <Trouble problem={save.error} />}
    </form>
  );
}
