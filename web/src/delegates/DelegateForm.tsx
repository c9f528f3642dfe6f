import { Button } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { offeredBy, useInstallation } from "../app/installation.ts";
import { type Language, languages } from "../app/languages.ts";
import { useStep } from "../app/queries.ts";
import { isEmailAddress } from "../parts/email-address.ts";
import { useFieldWords } from "../parts/field-words.ts";
import { NativeSelect, TextInput } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { OfCompany } from "./CompanyDelegates.tsx";

const fields = ["name", "email", "role"] as const;
type Field = (typeof fields)[number];
type Typed = Record<Field, string>;

const isRight = (field: Field, words: string) =>
  field === "email" ? isEmailAddress(words) : /[\p{L}\p{N}]/u.test(words);

type Props = {
  about: OfCompany;
  /** In whose place. */
  instead?: { delegate: string; name: string };
  close: () => void;
  onDone: (words: string) => unknown;
};

/** Somebody who goes: to them a letter is written, in their language. */
export function DelegateForm({ about, instead, close, onDone }: Props) {
  const { t, i18n } = useTranslation(["web", "delegates"]);
  const ofFieldIn = useFieldWords();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const offered = offeredBy(useInstallation());
  const [typed, setTyped] = useState<Typed>({ name: "", email: "", role: "" });
  const [language, setLanguage] = useState(i18n.language as Language);
  const [tried, setTried] = useState(false);
  const name = useStep("POST /missions/:mission/entries/:company/delegates", () => {
    close();
    return onDone(t("delegates:saved", { name: typed.name.trim() }));
  });
  useEffect(() => first.current?.focus(), []);

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    const wrong = fields.find((field) => !isRight(field, typed[field].trim()));
    if (wrong) return document.getElementById(`${id}-${wrong}`)?.focus();
    const own = { name: typed.name.trim(), email: typed.email.trim(), role: typed.role.trim() };
    name.mutate({ ...about, ...own, language, ...(instead && { instead: instead.delegate }) });
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      {instead && <p>{t("delegates:swap-for", { name: instead.name })}</p>}
      {fields.map((field) => (
        <TextInput
          key={field}
          id={`${id}-${field}`}
          {...(field === "name" && { ref: first })}
          className="field"
          type={field === "email" ? "email" : "text"}
          autoComplete="off"
          maxLength={field === "email" ? 254 : 120}
          label={t(`delegates:fields.${field}`)}
          value={typed[field]}
          error={
            tried && !isRight(field, typed[field].trim())
              ? t(`delegates:errors.${field}`)
              : ofFieldIn(name.error, field)
          }
          onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
        />
      ))}
      <NativeSelect
        className="field"
        label={t("delegates:fields.language")}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value as Language)}
        data={offered.map((one) => ({ value: one, label: languages[one] }))}
      />
      <div className="actions">
        <Button type="submit" loading={name.isPending}>
          {t("delegates:save")}
        </Button>
        <Button variant="default" onClick={close}>
          {t("web:cancel")}
        </Button>
      </div>
      {name.error && <Trouble problem={name.error} />}
    </form>
  );
}
