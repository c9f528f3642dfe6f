import { useTranslation } from "react-i18next";
import { instant } from "../app/format.ts";
import "./due-date.css";

/** By when the office answers, by the clock of whoever reads it; in Signal, and said, when that has passed. `named`: where it stands beside a name. */
export function DueDate({ at, named = false }: { at: string; named?: boolean }) {
  const { t, i18n } = useTranslation(["web", "review"]);
  const moment = instant(at, i18n.language);
  const late = new Date(at) < new Date();
  const inWords = late ? t("review:late", { at: moment }) : t("review:due", { at: moment });
  const besideName = late ? t("review:overdue", { at: moment }) : moment;
  return <span className={late ? "small late" : "small"}>{named ? besideName : inWords}</span>;
}
