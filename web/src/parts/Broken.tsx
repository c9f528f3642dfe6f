import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Page } from "./Page.tsx";

/** A page that could not be shown: a fault of ours, or a part of it that could not be fetched. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <Page title={t("broken.title")} lead={t("broken.lead")}>
      <p>
        <Button onClick={() => location.reload()}>{t("broken.reload")}</Button>
      </p>
    </Page>
  );
}
