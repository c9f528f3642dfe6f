import { Link, useParams } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../app/queries.ts";
import { AskedPage } from "../parts/AskedPage.tsx";
import { Page } from "../parts/Page.tsx";
import type { Own } from "./draft.ts";
import { keptLink, type RegistrationLink } from "./link.ts";

/** Seldom needed. */
const DeadLink = lazy(() => import("./DeadLink.tsx"));

type Props = { title: string; children: (own: Own, link: RegistrationLink) => ReactNode };

/** The registration that the kept link opens, or a page of this title that tells where such a link comes from. */
export function WithOwn({ title, children }: Props) {
  const { t } = useTranslation();
  const { lang } = useParams({ from: "/$lang" });
  // As it was when the page opened: one that turns out to be dead is forgotten, and still explained.
  const [link] = useState(keptLink);
  if (link) return <ByLink {...{ title, link, children }} />;
  return (
    <Page title={title}>
      <div className="stack">
        <p>{t("register.no-link")}</p>
        <Link to="/$lang/register" params={{ lang }}>
          {t("register.to-start")}
        </Link>
      </div>
    </Page>
  );
}

function ByLink({ title, link, children }: Props & { link: RegistrationLink }) {
  const own = useAsk("GET /registrations/:id/own", { id: link.id });
  if (own.error && !own.error.mayRepeat && own.error.status < 500)
    return (
      <Page title={title}>
        <Suspense>
          <DeadLink />
        </Suspense>
      </Page>
    );
  return (
    <AskedPage of={own} title={title}>
      {(data) => children(data, link)}
    </AskedPage>
  );
}
