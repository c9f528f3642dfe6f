import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useStep } from "../app/queries.ts";
import type { MissionDetail } from "./MissionFacts.tsx";
import { freeIn, mostSeats } from "./missions.ts";
import { Trouble } from "./Trouble.tsx";
import { idOfWish, useWish } from "./useWish.ts";
import { WishFields } from "./WishFields.tsx";

type Claimed = Out<"POST /missions/:mission/claims">;
type Props = {
  mission: MissionDetail;
  company: string;
  /** To whoever asks, when more is asked than is free: what will happen, and on the button. */
  whenWaiting: { words: string; claim: string };
  onDone: (claimed: Claimed) => unknown;
};

/** Asks for seats on behalf of a company. Whether they are free is said before, and decided by the server. */
export function ClaimForm({ mission, company, whenWaiting, onDone }: Props) {
  const { t } = useTranslation("missions");
  const most = mostSeats(mission);
  const free = freeIn(mission);
  const typed = useWish({ most, perCompany: mission.perCompany });
  const [tried, setTried] = useState(false);
  const claim = useStep("POST /missions/:mission/claims", onDone);
  const { wish } = typed;

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (wish) return claim.mutate({ mission: mission.id, company, ...wish });
    document.getElementById(idOfWish(typed.why.seats ? "seats" : "least"))?.focus();
  }

  const waits = wish !== undefined && free < wish.least;
  const partly = wish && !waits && free < wish.seats;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <WishFields of={typed} most={most} tried={tried} least />
      <p className="quiet small" hidden={!wish}>
        {waits
          ? whenWaiting.words
          : partly
            ? t("entry.wish.partly", { free })
            : t("sign-up.will-fit", { free })}
      </p>
      <Button type="submit" loading={claim.isPending}>
        {waits ? whenWaiting.claim : t("sign-up.claim")}
      </Button>
      {claim.error && <Trouble problem={claim.error} />}
    </form>
  );
}
