import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { days } from "../app/format.ts";
import { may } from "../app/may.ts";
import { refresh, useStep } from "../app/queries.ts";
import { freeIn } from "../parts/missions.ts";
import { Trouble } from "../parts/Trouble.tsx";
import type { Wish } from "../parts/useWish.ts";
import { Held } from "./Held.tsx";
import { NotHeld } from "./NotHeld.tsx";
import { Standing } from "./Standing.tsx";
import { type Own, WithCompany } from "./WithCompany.tsx";
import { useWishInAddress } from "./wish-in-address.ts";

/** The second step: what is asked once more, how long it is held, and the button that sends it. */
export function CheckAndSend() {
  const { t } = useTranslation("missions");
  return (
    <WithCompany key="check" title={t("entry.check.title")} step={2}>
      {(own) => (may(own.own, "claim") ? <Check {...own} /> : <Standing {...own} />)}
    </WithCompany>
  );
}

function Check(own: Own) {
  const { t, i18n } = useTranslation("missions");
  const { hold } = own.held;
  const { seats, least = seats } = useWishInAddress();
  // What is held counts: it may have been changed in another window.
  const wish = hold ? { seats: hold.asked, least: hold.least } : seats && { seats, least: least ?? seats };
  if (wish) return <Send {...own} wish={wish} />;
  return (
    <p>
      <Link
        to="/$lang/missions/$id/sign-up/{-$step}"
        params={{ lang: i18n.language, id: own.mission.id, step: undefined }}
      >
        {t("entry.check.no-seats")}
      </Link>
    </p>
  );
}

function Send(own: Own & { wish: Wish }) {
  const { mission, person, held, askedAt, wish } = own;
  const { t, i18n } = useTranslation("missions");
  const navigate = useNavigate();
  const { held: wasHeld } = useWishInAddress();
  const { hold } = held;
  const params = { lang: i18n.language, id: mission.id };
  const renew = () => refresh(`/api/missions/${mission.id}`);
  const claim = useStep("POST /missions/:mission/claims", async () => {
    await renew();
    await navigate({
      to: "/$lang/missions/$id/sign-up/{-$step}",
      params: { ...params, step: "done" },
      replace: true,
    });
  });
  const letGo = useStep("POST /missions/:mission/withdrawals", async () => {
    await renew();
    await navigate({ to: "/$lang/missions/$id", params });
  });
  const about = { mission: mission.id, company: person.organisation };
  const count = t("seats", { count: wish.seats });
  const waits = !hold && freeIn(mission) < wish.least;
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{t("entry.check.company")}</dt>
        <dd>{person.organisationName}</dd>
        <dt>{t("entry.check.when")}</dt>
        <dd>{days(mission.firstDay, mission.lastDay, i18n.language)}</dd>
        <dt>{t("entry.check.seats")}</dt>
        <dd>
          {wish.seats === 1
            ? count
            : wish.least < wish.seats
              ? t("entry.check.from", { seats: count, least: wish.least })
              : t("entry.check.all", { seats: count })}{" "}
          <Link
            to="/$lang/missions/$id/sign-up/{-$step}"
            params={{ ...params, step: undefined }}
            search={{ ...wish }}
          >
            {t("entry.check.change")}
          </Link>
        </dd>
      </dl>
      {hold ? (
        <Held mission={mission.id} hold={hold} now={held.now} askedAt={askedAt} />
      ) : (
        <NotHeld mission={mission} wish={wish} wasHeld={wasHeld ?? false} />
      )}
      {claim.error && <Trouble problem={claim.error} />}
      <div className="actions">
        <Button
          loading={claim.isPending}
          onClick={() =>
            claim.mutate(
              { ...about, ...wish, ...(hold && { held: true }) },
              // It was held until a moment ago: the page says what there is now.
              { onError: () => void renew() },
            )
          }
        >
          {waits ? t("sign-up.claim-wait") : t("entry.check.confirm")}
        </Button>
        {hold && (
          <Button variant="default" loading={letGo.isPending} onClick={() => letGo.mutate(about)}>
            {t("entry.check.give-up")}
          </Button>
        )}
      </div>
      {letGo.error && <Trouble problem={letGo.error} />}
    </div>
  );
}
