import { Button } from "@mantine/core";
import { type ComponentType, lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Waiting } from "../parts/Waiting.tsx";

/** Seldom asked for. */
const records: Record<"registration" | "mission", ComponentType<{ id: string }>> = {
  registration: lazy(() => import("./RegistrationAsItWas.tsx")),
  mission: lazy(() => import("./MissionAsItWas.tsx")),
};

/** Below what happened: what the record came to by some moment. */
export function AsItWas({ of, id }: { of: keyof typeof records; id: string }) {
  const { t } = useTranslation("identity");
  const [isOpen, setOpen] = useState(false);
  const Record = records[of];
  return (
    <div className="stack">
      <div className="actions">
        <Button variant="default" size="sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t("as-it-was.open")}
        </Button>
      </div>
      {isOpen && (
        <Suspense fallback={<Waiting />}>
          <Record id={id} />
        </Suspense>
      )}
    </div>
  );
}
