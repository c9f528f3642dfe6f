import { Spotlight } from "@mantine/spotlight";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useOfficePages } from "../parts/useOfficePages.ts";
import { matches } from "./matches.ts";

/** The pages of the office that the reader may see. */
export function ToPages({ query }: { query: string }) {
  const { t } = useTranslation("palette");
  const navigate = useNavigate();
  const pages = useOfficePages().filter(({ label }) => matches(query, label));
  if (!pages.length) return null;
  return (
    <Spotlight.ActionsGroup label={t("pages")}>
      {pages.map(({ to, label }) => (
        <Spotlight.Action key={to} label={label} onClick={() => void navigate({ to })} />
      ))}
    </Spotlight.ActionsGroup>
  );
}
