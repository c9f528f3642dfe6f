import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSelect } from "../palette/selected.ts";
import type { Choosing } from "./useSelection.ts";

type Props<Name extends string> = {
  choosing: Choosing;
  commands: { name: Name; label: string }[];
  onChoose: (name: Name) => void;
};

export const idOfCommand = (name: string) => `many-${name}`;

/** How many are chosen and what can be done with them; at hand wherever the list is scrolled to. */
export function ChosenBar<Name extends string>({ choosing, commands, onChoose }: Props<Name>) {
  const { t } = useTranslation("bulk");
  const count = choosing.chosen.size;
  useSelect(
    count
      ? {
          kind: "many",
          title: t("chosen", { count }),
          commands: commands.map(({ name, label }) => ({ label, button: idOfCommand(name) })),
        }
      : undefined,
  );
  return (
    <section className={count ? "chosen-bar" : "hidden-text"} aria-label={t("with-chosen")}>
      <p role="status" className="mono">
        {count > 0 && t("chosen", { count })}
      </p>
      {count > 0 && (
        <button type="button" className="plain" onClick={choosing.none}>
          {t("none")}
        </button>
      )}
      {count > 0 && (
        <div className="actions">
          {commands.map(({ name, label }) => (
            <Button
              key={name}
              id={idOfCommand(name)}
              variant="default"
              size="sm"
              onClick={() => onChoose(name)}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
