import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "./keys.ts";
import { useGoTo } from "./useGoTo.ts";
import "./keys.css";

/** Few ask for it: only they fetch it. */
const KeySheet = lazy(() => import("./KeySheet.tsx"));

const toSearchField = () => document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus();

/** The keys that work all over the office, and the sheet that names them. */
export function KeysButton() {
  const { t } = useTranslation("keys");
  const [opened, setOpened] = useState(false);
  useGoTo(() => setOpened(false));
  useKeys(opened ? {} : { "?": () => setOpened(true), "/": toSearchField });
  return (
    <>
      <button
        type="button"
        className="plain keys-button"
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {t("title")} <kbd>?</kbd>
      </button>
      {opened && (
        <Suspense fallback={null}>
          <KeySheet onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
