import { useTranslation } from "react-i18next";
import type { MissionDetail } from "../parts/MissionFacts.tsx";
import { freeIn } from "../parts/missions.ts";
import type { Wish } from "../parts/useWish.ts";

/** What there is without a hold: seats that are free still, or a place on the list. */
export function NotHeld({
  mission,
  wish,
  wasHeld,
}: {
  mission: MissionDetail;
  wish: Wish;
  wasHeld: boolean;
}) {
  const { t } = useTranslation("missions");
  const free = freeIn(mission);
  const waits = free < wish.least;
  return (
    <div role="status" className="stack" data-held="over">
      {wasHeld && <p>{t("entry.check.over")}</p>}
      <p>
        {waits ? t("sign-up.will-wait", { free }) : t("sign-up.will-fit", { free })}{" "}
        {waits && t("entry.check.place", { place: mission.waiting + 1 })}
      </p>
    </div>
  );
}
