import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../parts/Page.tsx";
import { RegistrationReview, useRegistration } from "../review/RegistrationReview.tsx";

export function ReviewPage() {
  const { t } = useTranslation("review");
  const { id } = useParams({ from: "/admin/review/$id" });
  const registration = useRegistration(id);
  return (
    <Page title={registration.data?.name ?? t("one")} above={<Link to="/admin/review">{t("title")}</Link>}>
      <RegistrationReview id={id} />
    </Page>
  );
}
