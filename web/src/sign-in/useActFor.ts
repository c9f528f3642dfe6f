import { useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useStep } from "../app/queries.ts";
import { forgetAnswers } from "../app/session.ts";
import { letGo } from "../app/unsent.ts";

/** To act for another of one's organisations from now on; asked first where that takes words that have not been sent. */
export function useActFor(onDone: () => unknown = () => {}) {
  const { t } = useTranslation();
  const router = useRouter();
  const { mutate, error, isPending } = useStep("PUT /session/organisation", async () => {
    await forgetAnswers("entered");
    await router.invalidate();
    await onDone();
  });
  const question = (where: "here" | "elsewhere") => [t(`unsent.${where}`), t("unsent.change")].join(" ");
  const actFor = async (organisation: string) => (await letGo(question)) && mutate({ organisation });
  return { actFor, error, isPending };
}
