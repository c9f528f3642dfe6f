import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { instant } from "../app/format.ts";
import { may } from "../app/may.ts";
import { useStep } from "../app/queries.ts";
import { InPlace } from "../parts/InPlace.tsx";
import { Part } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { Registration } from "./sides.ts";
import { Why } from "./Why.tsx";

/** With which other it is one now; and how that is undone, from the side that went. */
export function Merged({ registration, onDone }: { registration: Registration; onDone: () => unknown }) {
  const { t, i18n } = useTranslation("review");
  const { id, merged, others } = registration;
  const step = useStep("DELETE /registrations/:id/merger", onDone);
  if (!merged && !others.length) return null;
  return (
    <Part title={t("mergers.merged.title")}>
      {merged && (
        <div className="stack">
          <p>
            {t("mergers.merged.into")}{" "}
            <Link to="/admin/review/$id" params={{ id: merged.into }}>
              {merged.name}
            </Link>
          </p>
          {may(registration, "undo-merge") && (
            <>
              <p className="quiet">
                {t("mergers.merged.until", { at: instant(merged.until, i18n.language) })}
              </p>
              <InPlace ask={t("mergers.merged.undo")} about={merged.name}>
                {(close) => (
                  <Why
                    id="undo-why"
                    yes={t("mergers.merged.undo")}
                    busy={step.isPending}
                    onSend={(reason) => step.mutate({ id, reason })}
                    onCancel={close}
                  />
                )}
              </InPlace>
              {step.error && <Trouble problem={step.error} />}
            </>
          )}
        </div>
      )}
      {others.length > 0 && (
        <ul className="rows">
          {others.map((other) => (
            <li key={other.id}>
              {t("mergers.merged.from")}{" "}
              <Link to="/admin/review/$id" params={{ id: other.id }}>
                {other.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
