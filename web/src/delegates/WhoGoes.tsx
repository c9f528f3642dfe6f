import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { WithCompany } from "../sign-up/WithCompany.tsx";
import { CompanyDelegates } from "./CompanyDelegates.tsx";

/** After the seats: who takes them. */
export default function WhoGoes() {
  const { t, i18n } = useTranslation(["delegates", "missions"]);
  return (
    <WithCompany key="delegates" title={t("delegates:title")}>
      {({ mission, person }) => (
        <div className="stack">
          <p>{t(mission.online ? "delegates:lead-online" : "delegates:lead")}</p>
          <CompanyDelegates mission={mission.id} company={person.organisation} />
          <Link to="/$lang/me" params={{ lang: i18n.language }}>
            {t("missions:own.title")}
          </Link>
        </div>
      )}
    </WithCompany>
  );
}
