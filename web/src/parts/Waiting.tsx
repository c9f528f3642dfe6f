import { useTranslation } from "react-i18next";
import "./waiting.css";

/** Says that something is on its way, but not before 300 ms: what comes sooner needs no word. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <p className="waiting" role="status">
      {t("loading")}
    </p>
  );
}
