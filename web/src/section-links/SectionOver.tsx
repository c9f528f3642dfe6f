import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";

/** A link that opens nothing, and why as far as that is known. */
export function SectionOver({ problem }: { problem?: Problem }) {
  const { t } = useTranslation("section-links");
  const known = problem?.code === "partnerships.section-link-over";
  const why = known ? (problem.params.state as "filled-in" | "withdrawn" | "over") : "unknown";
  return (
    <div className="stack" role="alert">
      <p>
        <strong>{t("own.dead")}</strong>
      </p>
      <p>{t(`own.why.${why}`)}</p>
    </div>
  );
}
