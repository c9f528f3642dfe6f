import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";
import { useWords } from "../app/words.ts";
import "./trouble.css";

/** Why something is not there or was not done, and what may help. */
export function Trouble({ problem, again }: { problem: Problem; again?: () => unknown }) {
  const { t } = useTranslation();
  const words = useWords();
  const allowed = problem.params.allowed;
  return (
    <div className="trouble" role="alert">
      <p>{words.ofProblem(problem)}</p>
      {Array.isArray(allowed) && (
        <p>
          {allowed.length
            ? t("steps-allowed", { steps: allowed.map((step) => words.ofStep(String(step))) })
            : t("no-steps-allowed")}
        </p>
      )}
      {again && (
        <Button variant="default" size="sm" onClick={() => again()}>
          {t("try-again")}
        </Button>
      )}
    </div>
  );
}
