import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";

export type Entry = NonNullable<Out<"GET /missions/:mission/entries/:company">["entry"]>;

/** What a company has on a mission, said to whoever acts for it. */
export function EntryState({ entry: { state, seats, asked, least, place } }: { entry: Entry }) {
  const { t } = useTranslation("missions");
  const count = (one: number) => t("seats", { count: one });
  return (
    <>
      <p className="done" data-entry={state}>
        {state === "confirmed" && t("sign-up.confirmed", { count: seats })}
        {state === "waiting" && t("sign-up.waiting", { seats: count(seats), place })}
        {state === "withdrawn" && t("sign-up.withdrawn")}
        {state === "cancelled" && t("sign-up.cancelled-with")}
      </p>
      {state === "confirmed" && asked > seats && (
        <p className="quiet small">{t("entry.partly", { seats: count(asked) })}</p>
      )}
      {state === "waiting" && least < seats && (
        <p className="quiet small">{t("entry.comes-with", { least: count(least) })}</p>
      )}
    </>
  );
}
