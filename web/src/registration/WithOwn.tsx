import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import type { Own } from "./draft.ts";
import { forgetLink, keptLink, type RegistrationLink } from "./link.ts";

/** The registration that the kept link opens, or where such a link comes from. */
export function WithOwn({ children }: { children: (own: Own, link: RegistrationLink) => ReactNode }) {
  const { t } = useTranslation();
  const { lang } = useParams({ from: "/$lang" });
  // As it was when the page opened: one that turns out to be dead is forgotten, and still explained.
  const [link] = useState(keptLink);
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
  if (own.error && !own.error.mayRepeat && own.error.status < 500) return <DeadLink />;
  return <Asked of={own}>{children}</Asked>;
}

/** A link that opens nothing: ended by a newer one, of a draft that is gone, or not copied whole. */
export function DeadLink() {
  const { t } = useTranslation();
  const { lang } = useParams({ from: "/$lang" });
  useEffect(forgetLink, []);
  return (
    <div className="stack" role="alert">
      <p>
        <strong>{t("dead-link.title")}</strong>
      </p>
      <p>{t("dead-link.why")}</p>
      <Link to="/$lang/register" params={{ lang }}>
        {t("register.to-start")}
      </Link>
    </div>
  );
}
