import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { languageName } from "../app/format.ts";
import { useWords } from "../app/words.ts";
import { type Field, valueSet } from "./edit.ts";
import type { Section } from "./useSection.ts";
import { weekday } from "./weekdays.ts";

/** Two people changed the same setting: what the other wrote can be taken, and saving once more keeps one's own. */
export function Clash({ section }: { section: Section }) {
  const { t } = useTranslation(["web", "settings", "sending"]);
  const { say } = useWords();
  return (
    <div className="trouble" role="alert">
      <p>{say("settings:refusals.changed-meanwhile")}</p>
      {section.clash.map((field) => (
        <div key={field} className="stack">
          <p dir="auto">
            <strong>{say(`settings:fields.${field}`)}</strong>: <Theirs section={section} field={field} />
          </p>
          <Button variant="default" size="sm" onClick={() => section.takeTheirs(field)}>
            {t("sending:clash.take-theirs")}
          </Button>
        </div>
      ))}
      <p>{t("settings:page.keep-own")}</p>
    </div>
  );
}

function Theirs({ section, field }: { section: Section; field: Field }) {
  const { t, i18n } = useTranslation(["web", "settings", "sending"]);
  return (
    <span className="as-written">
      {shown(field, valueSet(section.settings, field)) || t("sending:clash.nothing")}
    </span>
  );

  function shown(field: Field, value: unknown): string {
    if (value === undefined) return "";
    if (field === "logo") return t("settings:page.other-logo");
    if (typeof value === "boolean") return value ? t("form.yes") : t("form.no");
    if (field === "officeDays")
      return (value as number[]).map((day) => weekday(day, i18n.language)).join(", ");
    if (field === "languages")
      return (value as string[]).map((tag) => languageName(tag, i18n.language)).join(", ");
    if (field === "closingDays")
      return (value as { day: string; reason: object }[])
        .map(({ day, reason }) => `${day} ${Object.values(reason).join(" / ")}`)
        .join("\n");
    return typeof value === "object" && value ? Object.values(value).join(" / ") : String(value);
  }
}
