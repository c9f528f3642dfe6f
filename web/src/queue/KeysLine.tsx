import { useTranslation } from "react-i18next";
import { useKeysOn } from "./keys.ts";
import "./keys.css";

/** Which letters do what, and the way to switch them off. */
export function KeysLine() {
  const { t } = useTranslation("queue");
  const [on, turn] = useKeysOn();
  return (
    <p className="quiet small keys-line">
      {on &&
        (["j", "k", "a", "r", "s", "u"] as const).map((key) => (
          <span key={key}>
            <kbd>{key}</kbd> {t(`keys.${key}`)}
          </span>
        ))}
      <button type="button" className="plain" onClick={() => turn(!on)}>
        {on ? t("keys.off") : t("keys.on")}
      </button>
    </p>
  );
}
