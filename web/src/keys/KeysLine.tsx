import { useTranslation } from "react-i18next";
import { KeysSwitch } from "./KeysSwitch.tsx";
import { useKeysOn } from "./keys.ts";
import { besideQueue } from "./letters.ts";
import "./keys.css";

/** Which letters do what here. */
export function KeysLine() {
  const { t } = useTranslation("keys");
  const [on] = useKeysOn();
  return (
    <p className="quiet small keys-line">
      {on &&
        besideQueue.map((key) => (
          <span key={key}>
            <kbd>{key}</kbd> {t(`does.${key}`)}
          </span>
        ))}
      <KeysSwitch />
    </p>
  );
}
