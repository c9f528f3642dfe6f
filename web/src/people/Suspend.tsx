import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStep } from "../app/queries.ts";
import { Textarea } from "../parts/fields.ts";
import { Trouble } from "../parts/Trouble.tsx";

/** Takes a reason, which colleagues read and nobody else. */
export function Suspend({ person, onDone }: { person: string; onDone: () => Promise<void> }) {
  const { t } = useTranslation(["web", "identity"]);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const suspend = useStep("POST /people/:id/suspension", onDone);
  if (!open) {
    return (
      <div className="actions">
        <Button variant="default" onClick={() => setOpen(true)}>
          {t("identity:people.suspend")}
        </Button>
      </div>
    );
  }
  function submit(event: React.FormEvent) {
    event.preventDefault();
    if (reason.trim()) return suspend.mutate({ id: person, reason: reason.trim() });
    setWrong(t("identity:people.reason-missing"));
    field.current?.focus();
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Textarea
        className="field"
        rows={4}
        ref={field}
        data-autofocus
        autoFocus
        label={t("identity:people.reason")}
        description={t("identity:people.reason-hint")}
        maxLength={2_000}
        value={reason}
        error={wrong}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" loading={suspend.isPending}>
          {t("identity:people.suspend-yes")}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {t("cancel")}
        </Button>
      </div>
      {suspend.error && <Trouble problem={suspend.error} />}
    </form>
  );
}
