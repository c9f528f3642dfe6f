import { Button } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";
import { useLostSince } from "../app/connection.ts";
import { useWords } from "../app/words.ts";
import "./trouble.css";

const asksSecondFactor = new Set([
  "identity.second-factor-first",
  "step-up-required",
  "second-factor-needed",
]);

/** Why something is not there or was not done, and what may help. */
export function Trouble({ problem, again }: { problem: Problem; again?: () => unknown }) {
  const { t } = useTranslation();
  const words = useWords();
  const { pathname } = useLocation();
  const isLost = useLostSince() !== undefined;
  const allowed = problem.params.allowed;
  return (
    <div className="trouble" role="alert">
      <p>{problem.status === 0 && !isLost && !again ? t("back-again") : words.ofProblem(problem)}</p>
      {Array.isArray(allowed) && (
        <p>
          {allowed.length
            ? t("steps-allowed", { steps: allowed.map((step) => words.ofStep(String(step))) })
            : t("no-steps-allowed")}
        </p>
      )}
      {problem.code === "unauthenticated" && (
        <p>
          <Link to="/sign-in" search={{ back: pathname }}>
            {t("sign-in.link")}
          </Link>
        </p>
      )}
      {asksSecondFactor.has(problem.code) && (
        <p>
          <Link to="/sign-in/second-factor" search={{ back: pathname }}>
            {t("sign-in.give-it")}
          </Link>
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
