import { Button } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isThere, useLostSince } from "../app/connection.ts";
import { isMissingPart, loadAnewFor } from "../app/missing-part.ts";
import { Page } from "./Page.tsx";

/** A page that could not be shown: a fault of ours, or a part of it that could not be fetched. */
export function Broken({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const lost = useLostSince() !== undefined;
  const waited = useRef(lost);
  // A part could not be fetched because the portal was away: once it is back there is nothing to wait for.
  useEffect(() => {
    if (waited.current && !lost) location.reload();
    waited.current = lost;
  }, [lost]);
  useEffect(() => {
    if (error instanceof Error && isMissingPart(error))
      void isThere().then((yes) => yes && loadAnewFor(error));
  }, [error]);
  return (
    <Page title={t("broken.title")} lead={t("broken.lead")}>
      <p>
        <Button onClick={() => location.reload()}>{t("broken.reload")}</Button>
      </p>
    </Page>
  );
}
