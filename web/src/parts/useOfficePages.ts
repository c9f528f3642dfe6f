import { useTranslation } from "react-i18next";
import { pagesFor } from "../app/office.ts";
import { useSession } from "../app/session.ts";

/** The pages of the office that the reader may see, by the names they go by there. */
export function useOfficePages() {
  const { t } = useTranslation(["web", "identity"]);
  return pagesFor(useSession()).map(({ to, text }) => ({ to, label: t(text) }));
}
