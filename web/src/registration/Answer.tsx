import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { inLanguage, languageName, withOwnMark } from "../app/format.ts";
import { offeredBy, useInstallation } from "../app/installation.ts";
import { useWords } from "../app/words.ts";
import { Choices } from "../parts/Choices.tsx";
import { AnyCountrySelect } from "../parts/CountrySelect.tsx";
import { NativeSelect, Textarea, TextInput } from "../parts/fields.tsx";
import type { Field, Typed } from "./answers.ts";
import { MemberCounts } from "./MemberCounts.tsx";
import { written } from "./sections.ts";

export type Form = Out<"GET /registration-form">;

type Props = {
  field: Field;
  required: boolean;
  form: Form;
  value: Typed;
  error: string | undefined;
  onChange: (value: Typed) => void;
  onLeave: () => void;
};

export const idOfField = (field: string) => `answer-${field}`;

const inputs: Partial<
  Record<
    Field,
    { type?: string; autoComplete?: string; inputMode?: "decimal"; short?: boolean; maxLength?: number }
  >
> = {
  website: { type: "url", autoComplete: "url" },
  contactName: { autoComplete: "name" },
  contactEmail: { type: "email", autoComplete: "email" },
  contactRole: { autoComplete: "organization-title" },
  name: { autoComplete: "organization" },
  teamHundredths: { inputMode: "decimal", short: true },
  vatNumber: { short: true },
};

const long: Partial<Record<Field, number>> = { summary: 2, offers: 4, seeks: 4 };

/** One question of the form, drawn as its kind of answer asks. */
export function Answer({ field, required, form, value, error, onChange, onLeave }: Props) {
  const { t, i18n } = useTranslation();
  const { say } = useWords();
  const offered = offeredBy(useInstallation());
  const label = (
    <>
      {say(`partnerships:fields.${field}`)}
      {!required && <span className="required-mark"> {t("form.optional")}</span>}
    </>
  );
  const hint = say(`partnerships:hints.${field}`, { defaultValue: "" });
  const common = { id: idOfField(field), label, ...(hint && { description: hint }), ...(error && { error }) };
  const text = typeof value === "string" ? value : "";
  const select = { ...common, className: "field", value: text, onBlur: onLeave };
  const onText = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
  switch (field) {
    case "country":
      return (
        <AnyCountrySelect
          {...common}
          label={say("partnerships:fields.country")}
          none={t("form.choose")}
          value={text}
          onChange={(code) => {
            onChange(code);
            onLeave();
          }}
        />
      );
    case "kind":
      return (
        <Choices
          {...common}
          type="radio"
          options={kinds.map((kind) => ({ value: kind, label: say(`partnerships:kinds.${kind}`) }))}
          chosen={text ? [text] : []}
          onChange={([one]) => onChange(one)}
          onLeave={onLeave}
        />
      );
    case "nutsRegion":
    case "subdivision":
      return (
        <NativeSelect
          {...select}
          onChange={onText}
          data={[
            open(t("form.choose")),
            ...form.regions
              .filter(({ code, whole }) => !whole || code === text)
              .map(({ code, name }) => ({ value: code, label: name }))
              .sort((a, b) => a.label.localeCompare(b.label, i18n.language)),
          ]}
        />
      );
    case "language":
    case "contactLanguage":
      return (
        <NativeSelect
          {...select}
          onChange={onText}
          data={[
            open(t("form.choose")),
            ...languagesFor(i18n.language, field === "language" ? written : offered),
          ]}
        />
      );
    case "members":
      return <MemberCounts {...common} value={value} onChange={onChange} onLeave={onLeave} />;
    case "englishWebsite":
      return (
        <Choices
          {...common}
          type="radio"
          options={[
            { value: "yes", label: t("form.yes") },
            { value: "no", label: t("form.no") },
          ]}
          chosen={value === undefined ? [] : [value ? "yes" : "no"]}
          onChange={([one]) => onChange(one === "yes")}
          onLeave={onLeave}
        />
      );
    case "ecosystems":
      return (
        <Choices
          {...common}
          type="checkbox"
          options={form.ecosystems.map(({ code, name }) => ({
            value: code,
            label: inLanguage(name, i18n.language),
          }))}
          chosen={Array.isArray(value) ? value : []}
          onChange={onChange}
          onLeave={onLeave}
        />
      );
    case "declaration":
      return (
        <Choices
          {...common}
          label={say("partnerships:sections.declaration")}
          hideLabel
          type="checkbox"
          options={[{ value: "yes", label: say("partnerships:fields.declaration") }]}
          chosen={value === true ? ["yes"] : []}
          onChange={(chosen) => onChange(chosen.length > 0)}
          onLeave={onLeave}
        />
      );
    default: {
      const { short, ...rest } = inputs[field] ?? {};
      const shown = rest.inputMode === "decimal" ? withOwnMark(text, i18n.language) : text;
      const props = { ...common, value: shown, onChange: onText, onBlur: onLeave, "aria-required": required };
      if (long[field]) return <Textarea className="field" rows={long[field]} {...props} />;
      return <TextInput className={short ? "field field-short" : "field"} {...rest} {...props} />;
    }
  }
}

const kinds = ["cluster", "network", "knowledge", "agency", "other"];

const open = (label: string) => ({ value: "", label });

function languagesFor(language: string, tags: string[]) {
  return tags
    .map((tag) => ({ value: tag, label: languageName(tag, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
