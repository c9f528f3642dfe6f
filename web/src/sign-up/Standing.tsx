import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EntryState } from "../parts/EntryState.tsx";
import { freeIn } from "../parts/missions.ts";
import { ToDelegates } from "../parts/ToDelegates.tsx";
import { WhyNot } from "../parts/WhyNot.tsx";
import { WhyWaiting } from "../parts/WhyWaiting.tsx";
import type { Own } from "./WithCompany.tsx";

/** What a company has on a mission for which it cannot sign up any more, or not yet. */
export function Standing({ mission, own: { entry } }: Own) {
  const { t, i18n } = useTranslation("missions");
  const stands = entry?.state === "confirmed" || entry?.state === "waiting";
  return (
    <div className="stack">
      <div role="status" className="stack" id="own-entry" tabIndex={-1}>
        {entry && <EntryState entry={entry} />}
      </div>
      {!stands && entry?.state !== "cancelled" && <WhyNot mission={mission} />}
      {entry?.state === "waiting" && <WhyWaiting entry={entry} free={freeIn(mission)} />}
      {stands && <p>{t("entry.done.letter")}</p>}
      {entry?.state === "confirmed" && <ToDelegates mission={mission.id} />}
      <Link className="act" to="/$lang/missions/$id" params={{ lang: i18n.language, id: mission.id }}>
        {t("entry.back")}
      </Link>
    </div>
  );
}
