import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Part } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { Clash } from "./Clash.tsx";
import type { Section } from "./useSection.ts";
import "./settings.css";

/** A part of the settings with its own button: what is saved, what is not, and what others have changed meanwhile. */
export function SectionForm({
  title,
  section,
  children,
}: {
  title: string;
  section: Section;
  children: ReactNode;
}) {
  const { t } = useTranslation("settings");
  const { open, saved, clash, problem, mayChange } = section;
  return (
    <Part title={title}>
      <form onSubmit={section.submit} noValidate aria-label={title}>
        <fieldset className="settings" disabled={!mayChange}>
          {children}
          {clash.length > 0 && <Clash section={section} />}
          {mayChange && (
            <div className="actions">
              <Button type="submit" loading={section.saving}>
                {t("page.save")}
              </Button>
              <p role="status" className={open ? "stale-note" : "quiet"}>
                {open ? t("page.unsaved", { count: open }) : saved && t("page.saved")}
              </p>
            </div>
          )}
          {problem && <Trouble problem={problem} />}
        </fieldset>
      </form>
    </Part>
  );
}
