import { useTranslation } from "react-i18next";

/** What comes of giving seats back, and what of those who were named for them. */
export function useWithDelegates() {
  const { t } = useTranslation("missions");
  return (consequence: string, named: number): string =>
    named ? `${consequence} ${t("sign-up.delegates-go", { count: named })}` : consequence;
}
