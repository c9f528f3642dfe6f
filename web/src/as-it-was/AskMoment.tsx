import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { TextInput } from "../parts/fields.tsx";

const fieldId = "as-it-was-on";
const shownId = "as-it-was";

/** Asks for a moment by the reader's own clock, and shows the record as it was then. */
export function AskMoment({ children }: { children: (at: string) => ReactNode }) {
  const { t } = useTranslation("identity");
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const [at, setAt] = useState<string>();
  const moment = new Date(typed);
  const isMoment = !Number.isNaN(moment.getTime());

  function show(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isMoment) setAt(moment.toISOString());
    focusOn(isMoment ? shownId : fieldId);
  }

  return (
    <div className="stack">
      <form className="stack" onSubmit={show} noValidate>
        <TextInput
          id={fieldId}
          className="field"
          type="datetime-local"
          label={t("as-it-was.ask")}
          description={t("as-it-was.hint")}
          error={tried && !isMoment && t("as-it-was.missing")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className="actions">
          <Button type="submit" variant="default">
            {t("as-it-was.show")}
          </Button>
        </div>
      </form>
      {at && (
        <div id={shownId} tabIndex={-1}>
          {children(at)}
        </div>
      )}
    </div>
  );
}
