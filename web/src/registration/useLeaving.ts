import { useBlocker } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { changedFields, type Draft } from "./draft.ts";

/** Saves before the form is left, and asks when that did not work. From one part of it to another all stays. */
export function useLeaving({ now, save }: { now: () => Draft; save: () => Promise<void> }): void {
  const { t } = useTranslation();
  const open = () => changedFields(now()).length;
  useBlocker({
    enableBeforeUnload: () => open() > 0,
    async shouldBlockFn({ next }) {
      if (next.routeId.startsWith("/$lang/register/form")) return false;
      if (open()) await save();
      // A window of the browser: no link of this page may go on before it is answered.
      return open() > 0 && !window.confirm(t("form.leave", { count: open() }));
    },
  });
}
