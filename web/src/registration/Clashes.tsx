import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWords } from "../app/words.ts";
import type { Field } from "./answers.ts";
import { canBeSent, meant } from "./answers.ts";
import { clashesId } from "./BeforeSending.tsx";
import type { Draft } from "./draft.ts";
import { useShown } from "./useShown.ts";
import "./clashes.css";

type Props = { draft: Draft; onChoose: (field: Field, whose: "theirs" | "mine") => void };

/** Two people changed the same answer: both are shown, and one is chosen. */
export default function Clashes({ draft, onChoose }: Props) {
  const { t } = useTranslation();
  const { say } = useWords();
  const shown = useShown(draft.base.country);
  /** What cannot be read yet stands there as it was typed. */
  const mine = (field: Field) => {
    const typed = draft.typed[field];
    const answer = meant(field, typed);
    return typeof typed === "string" && !canBeSent(answer) ? typed : shown(field, answer);
  };
  return (
    <div className="clashes" role="alert" id={clashesId} tabIndex={-1}>
      <h2>{t("clash.title")}</h2>
      <p>{say("partnerships:refusals.draft-clash")}</p>
      {draft.clash.map((field) => (
        <div key={field} className="clash">
          <h3>{say(`partnerships:fields.${field}`)}</h3>
          <div>
            <span className="quiet small">{t("clash.theirs")}</span>
            <p className="as-written">{shown(field, draft.base[field]) || t("clash.nothing")}</p>
            <Button variant="default" size="sm" onClick={() => onChoose(field, "theirs")}>
              {t("clash.take-theirs")}
            </Button>
          </div>
          <div>
            <span className="quiet small">{t("clash.mine")}</span>
            <p className="as-written">{mine(field) || t("clash.nothing")}</p>
            <Button variant="default" size="sm" onClick={() => onChoose(field, "mine")}>
              {t("clash.keep-mine")}
            </Button>
          </div>
        </div>
      ))}
    </div>
  );
}
