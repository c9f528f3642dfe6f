import { useTranslation } from "react-i18next";
import { dayOf } from "../app/format.ts";
import "./due-date.css";

/** By when the office answers; in Signal, and said, when that has passed. */
export function DueDate({ at }: { at: string }) {
  const { t, i18n } = useTranslation(["web", "review"]);
  const day = dayOf(at, i18n.language);
  const late = new Date(at) < new Date();
  return (
    <span className={late ? "small late" : "small"}>
      {late ? t("review:late", { day }) : t("review:due", { day })}
    </span>
  );
}
