import { useTranslation } from "react-i18next";
import { useKeysOn } from "./keys.ts";

export function KeysSwitch() {
  const { t } = useTranslation("keys");
  const [on, turn] = useKeysOn();
  return (
    <button type="button" className="plain" onClick={() => turn(!on)}>
      {on ? t("off") : t("on")}
    </button>
  );
}
