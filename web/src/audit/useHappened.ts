import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useWords } from "../app/words.ts";

type Change = Out<"GET /changes">["rows"][number];
type Happened = Pick<Change, "command" | "refused" | "refusedWith" | "events">;

/** Whose events and refusals are named in it. */
export const namespacesOfChanges = ["kernel", "missions", "partnerships", "settings"] as const;

/** What came of a command, in words. */
export function useHappened(): (change: Happened) => string {
  const { t } = useTranslation(["web", "identity", ...namespacesOfChanges]);
  const { say, ofRefusal } = useWords();
  return ({ command, refused, refusedWith = "{}", events }) => {
    const [service = ""] = command.split(".");
    if (refused)
      return t("identity:changes.refused", { why: ofRefusal(refused, JSON.parse(refusedWith), refused) });
    const all = events.map(({ event }) => say(`${service}:events.${event}`, { defaultValue: event }));
    return all.join(", ") || t("identity:changes.happened");
  };
}
