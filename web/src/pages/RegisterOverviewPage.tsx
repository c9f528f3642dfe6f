import { Button } from "@mantine/core";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Page, Part } from "../parts/Page.tsx";
import { Attention } from "../registration/Attention.tsx";
import { BackLink } from "../registration/BackLink.tsx";
import OwnCriteria from "../registration/OwnCriteria.tsx";
import { readyOf } from "../registration/ready.ts";
import { useRegistration } from "../registration/registration.ts";
import { SavingState } from "../registration/SavingState.tsx";
import { SectionList } from "../registration/SectionList.tsx";
import { useProgress } from "../registration/useProgress.ts";

/** For whoever cannot answer all of it alone. */
const AskColleague = lazy(() => import("../section-links/AskColleague.tsx"));

/** All parts of the form, how far each has come, and the way back to it on another day. */
export function RegisterOverviewPage() {
  const { t } = useTranslation(["partnerships", "web", "register", "section-links"]);
  const { lang } = useParams({ from: "/$lang" });
  const navigate = useNavigate();
  const { own, link, kept, form } = useRegistration();
  const ready = readyOf(form.fields, useProgress());
  const above = (
    <Link to="/$lang/register" params={{ lang }}>
      {t("web:register.title")}
    </Link>
  );
  return (
    <Page title={t("web:form.title")} above={above} lead={t("register:overview.lead")}>
      <div className="columns">
        <div>
          <Attention />
          <Part title={t("register:overview.ready", ready)}>
            <SectionList />
            <SavingState kept={kept} />
            <div className="actions">
              <Button onClick={() => void navigate({ to: "/$lang/register/form/check", params: { lang } })}>
                {t("check.title")}
              </Button>
            </div>
          </Part>
          <Part title={t("section-links:title")}>
            <Suspense>
              <AskColleague />
            </Suspense>
          </Part>
        </div>
        <div>
          <Part title={t("register:back-link.title")}>
            <BackLink link={link} endsAt={own.endsAt} />
          </Part>
          <Part title={t("web:criteria.title")}>
            <OwnCriteria />
          </Part>
        </div>
      </div>
    </Page>
  );
}
