import { Link, Navigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dayOf } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { useAsk } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { Page } from "../parts/Page.tsx";
import { Profile } from "../parts/Profile.tsx";

export function PartnerPage() {
  const { t, i18n } = useTranslation("partners");
  const { lang, id } = useParams({ from: "/$lang/partners/$id" });
  const partner = useAsk("GET /partners/:id", { id });
  useLive(`/api/partners/${id}`);
  return (
    <Page
      title={partner.data?.name ?? t("one")}
      above={
        <Link to="/$lang/partners" params={{ lang }}>
          {t("all")}
        </Link>
      }
    >
      <Asked of={partner}>
        {(data) =>
          data.id === id ? (
            <Profile page={data}>
              <dt>{t("since")}</dt>
              <dd>{dayOf(data.publishedAt, i18n.language)}</dd>
            </Profile>
          ) : (
            <Navigate to="/$lang/partners/$id" params={{ lang, id: data.id }} replace />
          )
        }
      </Asked>
    </Page>
  );
}
