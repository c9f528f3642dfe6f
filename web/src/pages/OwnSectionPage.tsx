import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";
import { instant } from "../app/format.ts";
import { useInstallation } from "../app/installation.ts";
import { useLive } from "../app/live.ts";
import { useAsk } from "../app/queries.ts";
import { AskedPage } from "../parts/AskedPage.tsx";
import { Page } from "../parts/Page.tsx";
import type { RegistrationLink } from "../registration/link.ts";
import { FillIn, type OwnSection } from "../section-links/FillIn.tsx";
import { SectionOver } from "../section-links/SectionOver.tsx";
import { useSectionLink } from "../section-links/useSectionLink.ts";
import "../section-links/section-links.css";

/** Where the letter to a colleague leads: to one section of a registration, without an account. */
export function OwnSectionPage() {
  const { t } = useTranslation("section-links");
  const link = useSectionLink();
  if (link) return <ByLink key={link.secret} link={link} />;
  return (
    <Page title={t("own.title")}>
      <SectionOver />
    </Page>
  );
}

const opensNothing = ({ mayRepeat, status }: Problem) => !mayRepeat && status < 500;

function ByLink({ link: { id } }: { link: RegistrationLink }) {
  const { t } = useTranslation(["section-links", "partnerships"]);
  const own = useAsk("GET /registrations/:id/section", { id });
  useLive(`/api/registrations/${id}/section`);
  // Here, or by the same link elsewhere.
  if (own.data && own.error?.params.state === "filled-in")
    return (
      <Page title={t("own.done")}>
        <p>{t("own.thanks", { email: own.data.asker.email })}</p>
      </Page>
    );
  if (own.error && opensNothing(own.error))
    return (
      <Page title={t("own.title")}>
        <SectionOver problem={own.error} />
      </Page>
    );
  return (
    <AskedPage of={own} title={t("own.title")}>
      {(found) => (
        <Page title={t(`partnerships:sections.${found.section}`)} lead={<WhoAsks own={found} />}>
          <div className="columns-one">
            <What own={found} />
            <FillIn own={found} />
          </div>
        </Page>
      )}
    </AskedPage>
  );
}

function WhoAsks({ own: { name, asker } }: { own: OwnSection }) {
  const { t } = useTranslation("section-links");
  const portal = useInstallation()?.shortName ?? "";
  const who = asker.name ? `${asker.name} (${asker.email})` : asker.email;
  return <>{t("own.asked", { who, name, portal })}</>;
}

/** What they wrote, and until when it can be answered. */
function What({ own: { message, endsAt } }: { own: OwnSection }) {
  const { t, i18n } = useTranslation("section-links");
  return (
    <div className="stack what-is-asked">
      {message && (
        <p className="done as-written" dir="auto">
          {message}
        </p>
      )}
      <p>{t("own.until", { at: instant(endsAt, i18n.language) })}</p>
    </div>
  );
}
