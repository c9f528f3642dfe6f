import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** It weighs as much as a page: only whoever asks for it fetches it. */
const Palette = lazy(() => import("./Palette.tsx"));

/** Opens the palette, as Ctrl+K and Cmd+K do, also while somebody writes. */
export function PaletteButton() {
  const { t } = useTranslation("palette");
  const [opened, setOpened] = useState(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== "k" ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      setOpened((before) => before + 1);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button type="button" className="plain" aria-haspopup="dialog" onClick={() => setOpened(opened + 1)}>
        {t("open")} <kbd>{t("key")}</kbd>
      </button>
      {opened > 0 && (
        <Suspense fallback={null}>
          <Palette opened={opened} />
        </Suspense>
      )}
    </>
  );
}
