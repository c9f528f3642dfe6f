import { useTranslation } from "react-i18next";
import { dayOf } from "../app/format.ts";
import "./due-date.css";

/** By when the office answers; in Signal, and said, when that has passed. `named`: where it stands beside a name. */
export function DueDate({ at, named = false }: { at: string; named?: boolean }) {
  const { t, i18n } = useTranslation(["web", "review"]);
  const day = dayOf(at, i18n.language);
  const late = new Date(at) < new Date();
  const inWords = late ? t("review:late", { day }) : t("review:due", { day });
  const besideName = late ? t("review:overdue", { day }) : day;
  return <span className={late ? "small late" : "small"}>{named ? besideName : inWords}</span>;
}
