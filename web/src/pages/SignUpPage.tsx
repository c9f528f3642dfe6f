import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { NotFound } from "../parts/NotFound.tsx";
import { CheckAndSend } from "../sign-up/CheckAndSend.tsx";
import { ChooseSeats } from "../sign-up/ChooseSeats.tsx";
import { Standing } from "../sign-up/Standing.tsx";
import { WithCompany } from "../sign-up/WithCompany.tsx";

/** Signing a company up for a mission: seats, which are held from then on; check and send; and what came of it. */
export function SignUpPage() {
  const { t } = useTranslation("missions");
  const { step } = useParams({ from: "/$lang/missions/$id_/sign-up/{-$step}" });
  if (step === undefined) return <ChooseSeats />;
  if (step === "check") return <CheckAndSend />;
  if (step !== "done") return <NotFound />;
  return (
    <WithCompany key={step} title={t("entry.done.title")}>
      {(own) => <Standing {...own} />}
    </WithCompany>
  );
}
