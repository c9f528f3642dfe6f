import { useTranslation } from "react-i18next";
import { languageName } from "../app/format.ts";
import { useWords } from "../app/words.ts";
import { Choices } from "../parts/Choices.tsx";
import { NativeSelect, Textarea, TextInput } from "../parts/fields.tsx";
import { Question } from "../parts/Question.tsx";
import type { Field } from "./edit.ts";
import { idOf, type Section } from "./useSection.ts";

type Props = { section: Section; field: Field };

/** What a setting is called, what it changes, and what is wrong with it. */
export function useLabels({ section, field }: Props) {
  const { say } = useWords();
  const error = section.why(field);
  return {
    id: idOf(field),
    label: say(`settings:fields.${field}`),
    description: say(`settings:hints.${field}`),
    ...(error && { error }),
  };
}

type Input = { type?: "email" | "tel" | "url" | "time"; maxLength?: number; short?: boolean };

export function TextField({ section, field, short, ...input }: Props & Input) {
  return (
    <TextInput
      className={short ? "field field-short" : "field"}
      {...useLabels({ section, field })}
      {...input}
      value={String(section.value(field) ?? "")}
      onChange={(event) => section.write(field, event.currentTarget.value)}
    />
  );
}

export function LongField({ section, field }: Props) {
  return (
    <Textarea
      className="field"
      rows={3}
      maxLength={200}
      {...useLabels({ section, field })}
      value={String(section.value(field) ?? "")}
      onChange={(event) => section.write(field, event.currentTarget.value)}
    />
  );
}

/** The same in each language that has texts. */
export function LanguagesField({ section, field }: Props) {
  const labels = useLabels({ section, field });
  const value = (section.value(field) ?? {}) as Record<string, string>;
  return (
    <Question {...labels}>
      {(described) => (
        <InLanguages
          id={labels.id}
          value={value}
          installed={section.installed}
          described={described}
          onChange={(next) => section.write(field, next)}
        />
      )}
    </Question>
  );
}

type InLanguagesProps = {
  id: string;
  value: Record<string, string>;
  installed: string[];
  described?: string | undefined;
  onChange: (value: Record<string, string>) => void;
};

export function InLanguages({ id, value, installed, described, onChange }: InLanguagesProps) {
  const { i18n } = useTranslation();
  return (
    <div className="settings-pair">
      {installed.map((language, n) => (
        <TextInput
          key={language}
          id={n === 0 ? id : `${id}-${language}`}
          label={languageName(language, i18n.language)}
          lang={language}
          maxLength={200}
          value={value[language] ?? ""}
          aria-describedby={described}
          onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

type Options = { options: { value: string; label: string }[] };

export function SelectField({ section, field, options }: Props & Options) {
  return (
    <NativeSelect
      className="field"
      {...useLabels({ section, field })}
      data={options}
      value={String(section.value(field) ?? "")}
      onChange={(event) => section.write(field, event.currentTarget.value)}
    />
  );
}

/** Several of a short list; `asValue` makes what is stored of what is chosen. */
export function ChoicesField({
  section,
  field,
  options,
  asValue,
}: Props & Options & { asValue: (chosen: string[]) => unknown }) {
  return (
    <Choices
      {...useLabels({ section, field })}
      type="checkbox"
      options={options}
      chosen={(section.value(field) as (string | number)[]).map(String)}
      onChange={(chosen) => section.write(field, asValue(chosen))}
      onLeave={() => {}}
    />
  );
}

export function YesField({ section, field }: Props) {
  const labels = useLabels({ section, field });
  return (
    <Choices
      {...labels}
      hideLabel
      type="checkbox"
      options={[{ value: "yes", label: labels.label }]}
      chosen={section.value(field) ? ["yes"] : []}
      onChange={(chosen) => section.write(field, chosen.length > 0)}
      onLeave={() => {}}
    />
  );
}
