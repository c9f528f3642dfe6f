import { Link, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../parts/Page.tsx";
import { RegistrationReview, useRegistration } from "../review/RegistrationReview.tsx";

/** Seldom needed. */
const Merger = lazy(() => import("../mergers/Merger.tsx"));

export function ReviewPage() {
  const { id } = useParams({ from: "/admin/review/$id" });
  const { beside } = useSearch({ from: "/admin/review/$id" });
  return beside ? <Beside id={id} other={beside} /> : <Review id={id} />;
}

function Review({ id }: { id: string }) {
  const { t } = useTranslation("review");
  const registration = useRegistration(id);
  return (
    <Page title={registration.data?.name ?? t("one")} above={<Link to="/admin/review">{t("title")}</Link>}>
      <RegistrationReview id={id} />
    </Page>
  );
}

/** With another one that may be of the same cluster. */
function Beside({ id, other }: { id: string; other: string }) {
  const { t } = useTranslation("review");
  return (
    <Page
      title={t("mergers.title")}
      above={
        <Link to="/admin/review/$id" params={{ id }}>
          {t("mergers.back")}
        </Link>
      }
    >
      <Suspense>
        <Merger id={id} other={other} />
      </Suspense>
    </Page>
  );
}
