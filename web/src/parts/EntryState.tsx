import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";

type Entry = NonNullable<Out<"GET /missions/:mission/entries/:company">["entry"]>;

/** What a company has on a mission, said to whoever acts for it. */
export function EntryState({ entry: { state, seats, place } }: { entry: Entry }) {
  const { t } = useTranslation(["web", "missions"]);
  return (
    <p className="done" data-entry={state}>
      {state === "confirmed" && t("missions:sign-up.confirmed", { count: seats })}
      {state === "waiting" &&
        t("missions:sign-up.waiting", { seats: t("missions:seats", { count: seats }), place })}
      {state === "withdrawn" && t("missions:sign-up.withdrawn")}
      {state === "cancelled" && t("missions:sign-up.cancelled-with")}
    </p>
  );
}
