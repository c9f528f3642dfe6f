import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWords } from "../app/words.ts";
import type { Field } from "./answers.ts";
import { clashesId } from "./BeforeSending.tsx";
import type { Draft } from "./draft.ts";
import { useShown, useShownTyped } from "./useShown.ts";
import "./clashes.css";

type Props = { draft: Draft; onChoose: (field: Field, whose: "theirs" | "mine") => void };

/** Two people changed the same answer: both are shown, and one is chosen. */
export default function Clashes({ draft, onChoose }: Props) {
  const { t } = useTranslation("sending");
  const { say } = useWords();
  const shown = useShown(draft.base.country);
  const shownTyped = useShownTyped(draft.base.country);
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
            <p className="as-written">{shownTyped(field, draft.typed[field]) || t("clash.nothing")}</p>
            <Button variant="default" size="sm" onClick={() => onChoose(field, "mine")}>
              {t("clash.keep-mine")}
            </Button>
          </div>
        </div>
      ))}
    </div>
  );
}
