import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useWords } from "../app/words.ts";

type Change = Out<"GET /changes">["rows"][number];

/** Whose events and refusals are named in it. */
export const namespacesOfChanges = ["kernel", "missions", "partnerships", "settings"] as const;

/** What came of a command, in words. */
export function useHappened(): (change: Pick<Change, "command" | "refused" | "events">) => string {
  const { t } = useTranslation(["web", "identity", ...namespacesOfChanges]);
  const { say } = useWords();
  return ({ command, refused, events }) => {
    const [service = ""] = command.split(".");
    const why = refused?.includes(".") ? refused.replace(".", ":refusals.") : `kernel:refusals.${refused}`;
    if (refused) return t("identity:changes.refused", { why: say(why, { defaultValue: refused }) });
    const all = events.map(({ event }) => say(`${service}:events.${event}`, { defaultValue: event }));
    return all.join(", ") || t("identity:changes.happened");
  };
}
