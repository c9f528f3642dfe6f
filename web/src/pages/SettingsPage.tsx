import { useTranslation } from "react-i18next";
import { useLive } from "../app/live.ts";
import { mayTake } from "../app/may.ts";
import { useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { Asked } from "../parts/Asked.tsx";
import { OfficePage } from "../parts/OfficePage.tsx";
import {
  ContactSection,
  HomeSection,
  HoursSection,
  LanguagesSection,
  NameSection,
  SenderSection,
} from "../settings/sections.tsx";
import { useLeavingSettings } from "../settings/useLeavingSettings.ts";

export function SettingsPage() {
  const { t } = useTranslation("settings");
  const asked = useAsk("GET /settings", {});
  const mayChange = mayTake(useSession(), "PATCH /settings");
  const noteOpen = useLeavingSettings();
  useLive("/api/settings");
  return (
    <OfficePage of={asked} title={t("page.title")} lead={t(mayChange ? "page.lead" : "page.only-admins")}>
      <Asked of={asked}>
        {(found) => {
          const given = { ...found, mayChange, noteOpen };
          return (
            <>
              {found.version === 0 && <p>{t("page.nothing-yet")}</p>}
              <NameSection {...given} />
              <ContactSection {...given} />
              <HomeSection {...given} />
              <HoursSection {...given} />
              <SenderSection {...given} />
              <LanguagesSection {...given} />
            </>
          );
        }}
      </Asked>
    </OfficePage>
  );
}
