import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { NotFound } from "../parts/NotFound.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { CheckAndSend } from "../sign-up/CheckAndSend.tsx";
import { ChooseSeats } from "../sign-up/ChooseSeats.tsx";
import { Standing } from "../sign-up/Standing.tsx";
import { WithCompany } from "../sign-up/WithCompany.tsx";

/** Needed by who has seats. */
const WhoGoes = lazy(() => import("../delegates/WhoGoes.tsx"));

/** Signing a company up for a mission: seats, which are held from then on; check and send; what came of it; and who goes. */
export function SignUpPage() {
  const { t } = useTranslation("missions");
  const { step } = useParams({ from: "/$lang/missions/$id_/sign-up/{-$step}" });
  if (step === undefined) return <ChooseSeats />;
  if (step === "check") return <CheckAndSend />;
  if (step === "delegates")
    return (
      <Suspense fallback={<Waiting />}>
        <WhoGoes />
      </Suspense>
    );
  if (step !== "done") return <NotFound />;
  return (
    <WithCompany key={step} title={t("entry.done.title")}>
      {(own) => <Standing {...own} />}
    </WithCompany>
  );
}
