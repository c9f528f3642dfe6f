import { Button } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { dayOf, instant } from "../app/format.ts";
import { may } from "../app/may.ts";
import { refresh, useStep } from "../app/queries.ts";
import { Part } from "../parts/Page.tsx";
import { StateTag } from "../parts/StateTag.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { Own } from "./draft.ts";

export const ownStateId = "own-state";

/** Where it stands, whose turn it is until when, and what the cluster can do now. */
export function OwnState({ own }: { own: Own }) {
  const { id, state, dueAt, waitsUntil, endsAt, owner, answers, missing } = own;
  const again = own.notes.length > 0 && may(own, "submit");
  const { t, i18n } = useTranslation(["web", "status"]);
  const { lang } = useParams({ from: "/$lang" });
  const confirm = useStep("POST /registrations/:id/confirmation", async () => {
    await refresh(`/api/registrations/${id}`);
    focusOn(ownStateId);
  });
  return (
    <Part title={answers.name ?? t("status:unnamed")}>
      <div role="status" className="stack" id={ownStateId} tabIndex={-1}>
        <StateTag service="partnerships" state={state} />
        <p>{t(`status:means.${wasTakenBack(own) ? "withdrawn" : state}`)}</p>
        {owner && dueAt && <p>{t("status:owner", { name: owner })}</p>}
        {dueAt && <p>{t("status:due", { at: instant(dueAt, i18n.language) })}</p>}
        {again && endsAt && <p>{t("status:again-until", { day: dayOf(endsAt, i18n.language) })}</p>}
        {waitsUntil && <p>{t("status:waits-until", { day: dayOf(waitsUntil, i18n.language) })}</p>}
      </div>
      <div className="stack">
        {may(own, "submit") && (
          <p>
            <Link to="/$lang/register/form" params={{ lang }}>
              {state === "draft" ? t("status:go-on", { count: missing.length }) : t("status:edit")}
            </Link>
          </p>
        )}
        {may(own, "confirm") && (
          <Button loading={confirm.isPending} onClick={() => confirm.mutate({ id })}>
            {t("status:confirm")}
          </Button>
        )}
        {confirm.error && <Trouble problem={confirm.error} />}
        {state === "published" && (
          <p>
            <Link to="/$lang/partners/$id" params={{ lang, id }}>
              {t("status:public-page")}
            </Link>
          </p>
        )}
      </div>
    </Part>
  );
}

const wasTakenBack = ({ state, notes }: Own) => state === "draft" && notes.length > 0;
