import { useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useAskBeforeLeaving } from "../app/leaving.ts";

/** Asks before a page is left on which something is typed and not saved. */
export function useLeavingSettings(): (part: string, open: number) => void {
  const { t } = useTranslation("settings");
  const parts = useRef(new Map<string, number>());
  const count = () => [...parts.current.values()].reduce((sum, open) => sum + open, 0);
  useAskBeforeLeaving(count, () => t("page.leave", { count: count() }));
  return useCallback((part, open) => void parts.current.set(part, open), []);
}
