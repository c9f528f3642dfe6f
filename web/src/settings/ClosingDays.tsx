import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { days } from "../app/format.ts";
import { TextInput } from "../parts/fields.tsx";
import { Question } from "../parts/Question.tsx";
import { InLanguages, useLabels } from "./Fields.tsx";
import { idOf, type Section } from "./useSection.ts";

type ClosingDay = { day: string; reason?: Record<string, string> };

/** Days with a reason, a new one last until it is saved; its first field gets the focus. */
export function ClosingDays({ section }: { section: Section }) {
  const { t, i18n } = useTranslation("settings");
  const labels = useLabels({ section, field: "closingDays" });
  const closed = section.value("closingDays") as ClosingDay[];
  const write = (next: ClosingDay[]) => section.write("closingDays", next);
  const replace = (n: number, own: Partial<ClosingDay>) =>
    write(closed.map((one, place) => (place === n ? { ...one, ...own } : one)));
  const idOfDay = (n: number) => idOf("closingDays", n);
  const adding = `${labels.id}-add`;

  return (
    <Question {...labels}>
      {(described) => (
        <>
          {closed.map(({ day, reason = {} }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a day has no name of its own while its date is being typed
            <div key={n} className="closing-day">
              <TextInput
                className="field field-short"
                type="date"
                id={idOfDay(n)}
                label={t("page.day")}
                aria-describedby={described}
                value={day}
                error={section.badItems.includes(n) && t("errors.closingDay")}
                onChange={(event) => replace(n, { day: event.currentTarget.value })}
              />
              <InLanguages
                id={`${idOfDay(n)}-reason`}
                value={reason}
                installed={section.installed}
                described={described}
                onChange={(next) => replace(n, { reason: next })}
              />
              <p>
                <Button
                  variant="default"
                  size="sm"
                  onClick={() => {
                    write(closed.filter((_one, place) => place !== n));
                    focusOn(adding);
                  }}
                >
                  {t("page.remove-day", { day: day && days(day, day, i18n.language) })}
                </Button>
              </p>
            </div>
          ))}
          <p>
            <Button
              id={adding}
              variant="default"
              size="sm"
              onClick={() => {
                write([...closed, { day: "", reason: {} }]);
                focusOn(idOfDay(closed.length));
              }}
            >
              {t("page.add-day")}
            </Button>
          </p>
        </>
      )}
    </Question>
  );
}
