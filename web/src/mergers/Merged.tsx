import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { may } from "../app/may.ts";
import { Part } from "../parts/Page.tsx";
import type { Registration } from "./sides.ts";
import { UndoMerge } from "./UndoMerge.tsx";

/** With which other it is one now; and how that is undone, from either side. */
export function Merged({ registration, onDone }: { registration: Registration; onDone: () => unknown }) {
  const { t } = useTranslation("review");
  const { id, merged, others } = registration;
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
            <UndoMerge id={id} about={merged.name} until={merged.until} onDone={onDone} />
          )}
        </div>
      )}
      {others.length > 0 && (
        <ul className="rows">
          {others.map((other) => (
            <li key={other.id} className="stack">
              <span>
                {t("mergers.merged.from")}{" "}
                <Link to="/admin/review/$id" params={{ id: other.id }}>
                  {other.name}
                </Link>
              </span>
              {other.undoUntil && (
                <UndoMerge id={other.id} about={other.name} until={other.undoUntil} onDone={onDone} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
