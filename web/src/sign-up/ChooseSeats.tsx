import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";
import { may } from "../app/may.ts";
import { refresh, useStep } from "../app/queries.ts";
import { ErrorSummary } from "../parts/ErrorSummary.tsx";
import { freeIn, mostSeats } from "../parts/missions.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { idOfWish, useWish, type WishField } from "../parts/useWish.ts";
import { WishFields } from "../parts/WishFields.tsx";
import { Standing } from "./Standing.tsx";
import { type Own, WithCompany } from "./WithCompany.tsx";
import { useWishInAddress } from "./wish-in-address.ts";

/** The first step: how many seats, and with how many it comes too. What is free is held for the second. */
export function ChooseSeats() {
  const { t } = useTranslation("missions");
  const [faulty, setFaulty] = useState(false);
  return (
    <WithCompany key="seats" title={t("entry.wish.title")} step={1} faulty={faulty}>
      {(own) => (may(own.own, "claim") ? <Seats {...own} onFaulty={setFaulty} /> : <Standing {...own} />)}
    </WithCompany>
  );
}

const nothingFree = ({ code }: Problem) => code === "missions.too-few-free";

function Seats({ mission, person, held, onFaulty }: Own & { onFaulty: (faulty: boolean) => void }) {
  const { t, i18n } = useTranslation("missions");
  const navigate = useNavigate();
  const search = useWishInAddress();
  const { hold } = held;
  const most = mostSeats(mission);
  const free = freeIn(mission) + (hold?.seats ?? 0);
  const begun = hold ? { seats: hold.asked, least: hold.least } : search;
  const typed = useWish({ most, perCompany: mission.perCompany }, begun);
  const [attempt, setAttempt] = useState(0);
  const keep = useStep("POST /missions/:mission/holds");
  const { wish, why } = typed;
  const labels = { seats: t("sign-up.how-many"), least: t("entry.wish.least") };
  const faults = (Object.keys(labels) as WishField[]).flatMap((field) => {
    const own = attempt ? why[field] : undefined;
    return own ? [{ target: idOfWish(field), label: labels[field], why: own }] : [];
  });

  const goOn = async (isHeld: boolean) => {
    await refresh(`/api/missions/${mission.id}`);
    await navigate({
      to: "/$lang/missions/$id/sign-up/{-$step}",
      params: { lang: i18n.language, id: mission.id, step: "check" },
      search: { ...wish, ...(isHeld && { held: true }) },
    });
  };

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setAttempt((n) => n + 1);
    onFaulty(!wish);
    if (!wish) return;
    keep.mutate(
      { mission: mission.id, company: person.organisation, ...wish },
      // What is not free is waited for: that is said in the next step.
      { onSuccess: () => goOn(true), onError: (problem) => nothingFree(problem) && void goOn(false) },
    );
  }

  const waits = wish !== undefined && free < wish.least;
  const partly = wish && !waits && free < wish.seats;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} attempt={attempt} />
      <p>{t("sign-up.for", { company: person.organisationName })}</p>
      <WishFields of={typed} most={most} tried={attempt > 0} least />
      <p className="quiet small" hidden={!wish}>
        {waits
          ? t("sign-up.will-wait", { free })
          : partly
            ? t("entry.wish.partly", { free })
            : t("sign-up.will-fit", { free })}
      </p>
      <p className="quiet small">{t(waits || free <= 0 ? "entry.wish.lead-waiting" : "entry.wish.lead")}</p>
      <Button type="submit" loading={keep.isPending}>
        {t("entry.wish.next")}
      </Button>
      {keep.error && !nothingFree(keep.error) && <Trouble problem={keep.error} />}
    </form>
  );
}
