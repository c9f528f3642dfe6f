import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { refresh, useStep } from "../app/queries.ts";
import { Part } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { PagePart, Preview, Registration } from "./sides.ts";
import { TakeParts } from "./TakeParts.tsx";
import { Why } from "./Why.tsx";

type Props = {
  preview: Preview;
  stays: Registration;
  goes: Registration;
};

/** What its page shows afterwards, why, and the step itself. */
export function MergeForm({ preview, stays, goes }: Props) {
  const { t } = useTranslation("review");
  const navigate = useNavigate();
  const [take, setTake] = useState<PagePart[]>([]);
  const step = useStep("POST /registrations/:id/merger", async ({ into }) => {
    await refresh("/api/registrations");
    await navigate({ to: "/admin/review/$id", params: { id: into } });
  });
  const { pages } = preview;
  return (
    <>
      <Part title={t("mergers.page.title")}>
        {pages ? (
          <TakeParts {...{ pages, take }} onTake={setTake} />
        ) : (
          <p>
            {t(stays.state === "published" ? "mergers.page.stays" : "mergers.page.none", {
              name: stays.name,
            })}
          </p>
        )}
      </Part>
      <Part title={t("mergers.do")}>
        <Why
          id="merge-why"
          busy={step.isPending}
          yes={t("mergers.do")}
          onSend={(reason) => step.mutate({ id: goes.id, into: stays.id, take, reason })}
        />
        {step.error && <Trouble problem={step.error} />}
      </Part>
    </>
  );
}
