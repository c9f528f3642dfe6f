import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWords } from "../app/words.ts";
import type { Field, Typed } from "./answers.ts";
import { typedOne } from "./answers.ts";
import type { Draft } from "./draft.ts";
import "./clashes.css";

type Props = { draft: Draft; onChoose: (field: Field, whose: "theirs" | "mine") => void };

/** Two people changed the same answer: both are shown, and one is chosen. */
export function Clashes({ draft, onChoose }: Props) {
  const { t } = useTranslation();
  const { say } = useWords();
  if (!draft.clash.length) return null;
  return (
    <div className="clashes" role="alert">
      <h2>{t("clash.title")}</h2>
      <p>{say("partnerships:refusals.draft-clash")}</p>
      {draft.clash.map((field) => (
        <div key={field} className="clash">
          <h3>{say(`partnerships:fields.${field}`)}</h3>
          <div>
            <span className="quiet small">{t("clash.theirs")}</span>
            <p>{shown(typedOne(field, draft.base[field])) || t("clash.nothing")}</p>
            <Button variant="default" size="sm" onClick={() => onChoose(field, "theirs")}>
              {t("clash.take-theirs")}
            </Button>
          </div>
          <div>
            <span className="quiet small">{t("clash.mine")}</span>
            <p>{shown(draft.typed[field]) || t("clash.nothing")}</p>
            <Button variant="default" size="sm" onClick={() => onChoose(field, "mine")}>
              {t("clash.keep-mine")}
            </Button>
          </div>
        </div>
      ))}
    </div>
  );

  function shown(value: Typed): string {
    if (value === undefined) return "";
    if (typeof value === "boolean") return value ? t("form.yes") : t("form.no");
    if (typeof value === "string") return value;
    if (Array.isArray(value)) return value.join(", ");
    return Object.entries(value)
      .map(([type, count]) => `${say(`partnerships:members.${type}`)} ${count}`)
      .join(", ");
  }
}
