import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { may } from "../app/may.ts";
import { refresh, useStep } from "../app/queries.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { Countdown } from "./Countdown.tsx";

type Hold = NonNullable<Out<"GET /missions/:mission/holds/:company">["hold"]>;
type Props = { mission: string; hold: Hold; now: string; askedAt: number };

/** What is held, for how long still, and the one click that makes it longer. */
export function Held({ mission, hold, now, askedAt }: Props) {
  const { t } = useTranslation("missions");
  const { company, seats, asked, endsAt } = hold;
  const renew = () => refresh(`/api/missions/${mission}`);
  const extend = useStep("POST /missions/:mission/holds/:company/extension", async () => {
    await renew();
    focusOn("held");
  });
  return (
    <>
      <div id="held" tabIndex={-1} className="stack">
        <p>{t("entry.held", { seats: t("seats", { count: seats }) })}</p>
        {asked > seats && <p className="quiet small">{t("entry.wish.partly", { free: seats })}</p>}
        <p>
          {t("entry.check.left")}{" "}
          <Countdown key={endsAt} endsAt={endsAt} now={now} askedAt={askedAt} onEnd={renew} />
        </p>
      </div>
      {may(hold, "extend") && (
        <Button
          variant="default"
          loading={extend.isPending}
          onClick={() => extend.mutate({ mission, company })}
        >
          {t("entry.check.extend")}
        </Button>
      )}
      {extend.error && <Trouble problem={extend.error} />}
    </>
  );
}
