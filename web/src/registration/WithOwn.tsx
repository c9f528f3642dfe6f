import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import type { Own } from "./draft.ts";
import { keptLink, type RegistrationLink } from "./link.ts";

/** The registration that the kept link opens, or where such a link comes from. */
export function WithOwn({ children }: { children: (own: Own, link: RegistrationLink) => ReactNode }) {
  const { t } = useTranslation();
  const { lang } = useParams({ from: "/$lang" });
  const link = keptLink();
  if (link) return <ByLink link={link}>{(own) => children(own, link)}</ByLink>;
  return (
    <div className="stack">
      <p>{t("register.no-link")}</p>
      <Link to="/$lang/register" params={{ lang }}>
        {t("register.to-start")}
      </Link>
    </div>
  );
}

function ByLink({ link, children }: { link: RegistrationLink; children: (own: Own) => ReactNode }) {
  const own = useAsk("GET /registrations/:id/own", { id: link.id });
  return <Asked of={own}>{children}</Asked>;
}
