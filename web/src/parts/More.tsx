import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

/** The next page of a list, as long as there is one. */
export function More({ of }: { of: Pages }) {
  const { t } = useTranslation();
  if (!of.hasNextPage) return null;
  return (
    <div className="actions">
      <Button variant="default" loading={of.isFetchingNextPage} onClick={() => of.fetchNextPage()}>
        {t("more")}
      </Button>
    </div>
  );
}
