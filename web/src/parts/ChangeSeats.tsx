import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { may } from "../app/may.ts";
import { useStep } from "../app/queries.ts";
import type { Entry } from "./EntryState.tsx";
import type { MissionDetail } from "./MissionFacts.tsx";
import { freeIn, mostFor } from "./missions.ts";
import { Trouble } from "./Trouble.tsx";
import { idOfWish, useWish } from "./useWish.ts";
import { WishFields } from "./WishFields.tsx";

type Props = { mission: MissionDetail; entry: Entry; close: () => void; onDone: () => unknown };

/** Another number of seats, and what comes of it. */
export function ChangeSeats({ mission, entry, close, onDone }: Props) {
  const { t } = useTranslation(["web", "missions"]);
  const { company, state, seats } = entry;
  const waits = state === "waiting";
  const mayMore = may(entry, "ask-more");
  const free = freeIn(mission);
  const most = mostFor(mission, entry);
  const typed = useWish(
    { most, perCompany: mission.perCompany },
    { seats, least: waits ? entry.least : seats },
  );
  const [tried, setTried] = useState(false);
  const change = useStep("POST /missions/:mission/changes", onDone);

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (typed.wish) return change.mutate({ mission: mission.id, company, ...typed.wish });
    document.getElementById(idOfWish(typed.why.seats ? "seats" : "least"))?.focus();
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="quiet small">
        {waits
          ? t("missions:entry.change.waiting")
          : mayMore
            ? t("missions:entry.change.more", { free })
            : t("missions:entry.change.fewer")}
      </p>
      <WishFields of={typed} most={most} tried={tried} least={waits} />
      <div className="actions">
        <Button type="submit" loading={change.isPending}>
          {t("missions:entry.change.save")}
        </Button>
        <Button variant="default" onClick={close}>
          {t("web:cancel")}
        </Button>
      </div>
      {change.error && <Trouble problem={change.error} />}
    </form>
  );
}
