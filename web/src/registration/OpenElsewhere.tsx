import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Section } from "./sections.ts";

/** Other parts of the form that hold answers which are not saved, each with the way there. */
export default function OpenElsewhere({ parts }: { parts: Section[] }) {
  const { t } = useTranslation(["sending", "partnerships"]);
  const { lang } = useParams({ from: "/$lang" });
  return (
    <div className="stale-note open-elsewhere">
      {t("open-elsewhere")}
      <ul>
        {parts.map((section) => (
          <li key={section}>
            <Link to="/$lang/register/form/$section" params={{ lang, section }}>
              {t(`partnerships:sections.${section}`)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
