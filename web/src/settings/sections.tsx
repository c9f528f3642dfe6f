import { useTranslation } from "react-i18next";
import { languageName } from "../app/format.ts";
import { useAsk } from "../app/queries.ts";
import { AnyCountrySelect } from "../parts/CountrySelect.tsx";
import { ClosingDays } from "./ClosingDays.tsx";
import type { Field } from "./edit.ts";
import {
  ChoicesField,
  LanguagesField,
  LongField,
  SelectField,
  TextField,
  useLabels,
  YesField,
} from "./Fields.tsx";
import { LogoField } from "./LogoField.tsx";
import { SectionForm } from "./SectionForm.tsx";
import { type Given, useSection } from "./useSection.ts";
import { weekday, weekdays } from "./weekdays.ts";

const fields = {
  name: ["name", "shortName", "logo", "logoText"],
  contact: ["email", "telephone", "postalAddress", "website"],
  home: ["country", "region"],
  hours: ["officeDays", "opensAt", "closesAt", "timeZone", "nationalHolidays", "closingDays"],
  sender: ["senderName", "replyTo"],
  languages: ["languages", "defaultLanguage"],
} satisfies Record<string, Field[]>;

export function NameSection(given: Given) {
  const { t } = useTranslation("settings");
  const section = useSection(fields.name, given);
  return (
    <SectionForm title={t("page.name")} section={section}>
      <LanguagesField section={section} field="name" />
      <TextField section={section} field="shortName" maxLength={40} />
      <LogoField section={section} />
      <LanguagesField section={section} field="logoText" />
    </SectionForm>
  );
}

export function ContactSection(given: Given) {
  const { t } = useTranslation("settings");
  const section = useSection(fields.contact, given);
  return (
    <SectionForm title={t("page.contact")} section={section}>
      <TextField section={section} field="email" type="email" />
      <TextField section={section} field="telephone" type="tel" />
      <LongField section={section} field="postalAddress" />
      <TextField section={section} field="website" type="url" />
    </SectionForm>
  );
}

export function HomeSection(given: Given) {
  const { t } = useTranslation(["web", "settings"]);
  const section = useSection(fields.home, given);
  const country = String(section.value("country") ?? "");
  const region = String(section.value("region") ?? "");
  const form = useAsk("GET /registration-form", { country }, country !== "");
  const regions = (form.data?.regions ?? [])
    .filter(({ code, whole }) => !whole || code === region)
    .map(({ code, name }) => ({ value: code, label: name }));
  const unknown =
    region && !regions.some(({ value }) => value === region) ? [{ value: region, label: region }] : [];
  return (
    <SectionForm title={t("settings:page.home")} section={section}>
      <AnyCountrySelect
        {...useLabels({ section, field: "country" })}
        none={t("form.choose")}
        value={country}
        onChange={(code) => section.write("country", code)}
      />
      <SelectField
        section={section}
        field="region"
        options={[{ value: "", label: t("settings:page.no-region") }, ...regions, ...unknown]}
      />
    </SectionForm>
  );
}

export function HoursSection(given: Given) {
  const { t, i18n } = useTranslation("settings");
  const section = useSection(fields.hours, given);
  const zone = String(section.value("timeZone"));
  const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), zone])];
  return (
    <SectionForm title={t("page.hours")} section={section}>
      <ChoicesField
        section={section}
        field="officeDays"
        options={weekdays.map((day) => ({ value: String(day), label: weekday(day, i18n.language) }))}
        asValue={(chosen) => chosen.map(Number).sort()}
      />
      <div className="settings-pair">
        <TextField section={section} field="opensAt" type="time" short />
        <TextField section={section} field="closesAt" type="time" short />
      </div>
      <SelectField
        section={section}
        field="timeZone"
        options={zones.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
      />
      <YesField section={section} field="nationalHolidays" />
      <ClosingDays section={section} />
    </SectionForm>
  );
}

export function SenderSection(given: Given) {
  const { t } = useTranslation("settings");
  const section = useSection(fields.sender, given);
  return (
    <SectionForm title={t("page.sender")} section={section}>
      <TextField section={section} field="senderName" maxLength={80} />
      <TextField section={section} field="replyTo" type="email" />
    </SectionForm>
  );
}

export function LanguagesSection(given: Given) {
  const { t, i18n } = useTranslation("settings");
  const section = useSection(fields.languages, given);
  const options = given.installed.map((tag) => ({ value: tag, label: languageName(tag, i18n.language) }));
  return (
    <SectionForm title={t("page.languages")} section={section}>
      <ChoicesField section={section} field="languages" options={options} asValue={(chosen) => chosen} />
      <SelectField section={section} field="defaultLanguage" options={options} />
    </SectionForm>
  );
}
