import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useRegistration } from "../registration/registration.ts";
import { SendSection } from "./SendSection.tsx";
import { SentSections } from "./SentSections.tsx";

/** Only until the address is confirmed. */
const ConfirmAddress = lazy(() => import("../registration/ConfirmAddress.tsx"));

/** Sends a section to who knows more of it, and says what has become of those that were sent. */
export default function AskColleague() {
  const { t } = useTranslation("section-links");
  const { own } = useRegistration();
  return (
    <>
      <p>{t("lead")}</p>
      <SentSections id={own.id} />
      <FirstThings />
    </>
  );
}

/** A letter in somebody's name says whose it is. */
function FirstThings() {
  const { t } = useTranslation(["section-links", "partnerships"]);
  const { lang } = useParams({ from: "/$lang" });
  const { own, form } = useRegistration();
  if (!own.answers.name)
    return (
      <p>
        {t("name-first")}{" "}
        <Link to="/$lang/register/form/$section" params={{ lang, section: "organisation" }}>
          {t("partnerships:sections.organisation")}
        </Link>
      </p>
    );
  if (!own.addressConfirmed)
    return (
      <>
        <p>
          {t("address-first")}{" "}
          {!own.answers.contactEmail && (
            <Link to="/$lang/register/form/$section" params={{ lang, section: "contact" }}>
              {t("partnerships:sections.contact")}
            </Link>
          )}
        </p>
        {own.answers.contactEmail && (
          <Suspense>
            <ConfirmAddress own={own} />
          </Suspense>
        )}
      </>
    );
  return <SendSection id={own.id} asked={form.fields} />;
}
