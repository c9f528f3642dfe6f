import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStep } from "../app/queries.ts";
import type { Person } from "../app/session.ts";
import { Trouble } from "../parts/Trouble.tsx";

type Props = { person: Person; takesFocus?: true; onSignedIn: () => unknown };

/** In the demonstration: once more as who they were. */
export function AsDemoPerson({ person: { person, organisation, name }, takesFocus, onSignedIn }: Props) {
  const { t } = useTranslation(["web", "identity"]);
  const button = useRef<HTMLButtonElement>(null);
  const signIn = useStep("POST /demo/session", onSignedIn);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  return (
    <div className="stack">
      <div className="actions">
        <Button
          ref={button}
          loading={signIn.isPending}
          onClick={() => signIn.mutate({ person, organisation })}
        >
          {t("identity:session-ended.as", { name })}
        </Button>
      </div>
      {signIn.error && <Trouble problem={signIn.error} />}
    </div>
  );
}
