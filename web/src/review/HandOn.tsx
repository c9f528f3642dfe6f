import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { Textarea } from "../parts/fields.tsx";
import { NameSelect } from "../parts/NameSelect.tsx";
import { Trouble } from "../parts/Trouble.tsx";

type Props = { id: string; owner: string | undefined; onDone: () => void };

/** To another officer, with a note that only the office reads. */
export function HandOn({ id, owner, onDone }: Props) {
  const { t } = useTranslation("review");
  const officers = useAsk("GET /officers", {});
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const step = useStep("POST /registrations/:id/owner", async () => {
    await Promise.all([refresh("/api/registrations"), refresh("/api/queue"), refresh("/api/officers")]);
    onDone();
  });
  useEffect(() => focusOn("hand-on-to"), []);

  function send(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (to) step.mutate({ id, to, ...(note.trim() && { note: note.trim() }) });
    else focusOn("hand-on-to");
  }

  return (
    <Asked of={officers}>
      {({ rows }) => (
        <form className="stack" onSubmit={send} noValidate>
          <NameSelect
            id="hand-on-to"
            label={t("owner.to")}
            of={rows
              .filter(({ person }) => person !== owner)
              .map(({ person, name, open }) => ({
                id: person,
                name: t("owner.officer", { name, count: open }),
              }))}
            value={to}
            error={tried && !to && t("owner.to-missing")}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Textarea
            className="field"
            rows={3}
            label={t("owner.note")}
            description={t("owner.note-hint")}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button type="submit" loading={step.isPending}>
            {t("owner.hand-on")}
          </Button>
          {step.error && <Trouble problem={step.error} />}
        </form>
      )}
    </Asked>
  );
}
