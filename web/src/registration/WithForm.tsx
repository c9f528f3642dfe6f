import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ask } from "../app/queries.ts";
import { AskedPage } from "../parts/AskedPage.tsx";
import type { Own } from "./draft.ts";
import type { RegistrationLink } from "./link.ts";
import { RegistrationProvider } from "./registration.ts";
import { useDraft } from "./useDraft.ts";
import { useLeaving } from "./useLeaving.ts";
import "./registration-form.css";

type Props = { own: Own; link: RegistrationLink; children: ReactNode };

/** Holds what is typed while its reader goes from part to part, saved as it is answered. */
export function WithForm({ own, link, children }: Props) {
  const { t } = useTranslation();
  const kept = useDraft(own);
  // The form of the country before stays until that of the new one is there: whoever chose it keeps the focus.
  const form = useQuery({
    ...ask("GET /registration-form", { country: kept.draft.base.country ?? "" }),
    placeholderData: keepPreviousData,
  });
  useLeaving(kept);
  return (
    <AskedPage of={form} title={t("form.title")}>
      {(data) => (
        <RegistrationProvider value={{ own, link, kept, form: data }}>{children}</RegistrationProvider>
      )}
    </AskedPage>
  );
}
