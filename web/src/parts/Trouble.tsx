import { Button } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";
import { backTo } from "../app/back.ts";
import { useLostSince } from "../app/connection.ts";
import { isStepUp } from "../app/step-up.ts";
import { useWords } from "../app/words.ts";
import "./trouble.css";

/** Where somebody says who they are, and then comes back. */
const ways = {
  unauthenticated: ["/sign-in", "sign-in.link"],
  "second-factor-needed": ["/sign-in/second-factor", "sign-in.give-it"],
} as const;

/** Why something is not there or was not done, and what may help. */
export function Trouble({
  problem,
  again,
}: {
  problem: Problem;
  again?: (() => unknown) | false | undefined;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const here = useLocation();
  const isLost = useLostSince() !== undefined;
  const allowed = problem.params.allowed;
  const way = ways[problem.code as keyof typeof ways];
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
      {way && (
        <p>
          <Link to={way[0]} search={{ back: backTo(here) }}>
            {t(way[1])}
          </Link>
        </p>
      )}
      {again && (
        <Button variant="default" size="sm" onClick={() => again()}>
          {t(isStepUp(problem) ? "sign-in.give-it" : "try-again")}
        </Button>
      )}
    </div>
  );
}
