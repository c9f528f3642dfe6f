import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Textarea } from "../parts/fields.tsx";

type Props = {
  id: string;
  yes: string;
  busy: boolean;
  onSend: (reason: string) => void;
  onCancel?: () => void;
};

/** A step that asks why; only the office reads it. */
export function Why({ id, yes, busy, onSend, onCancel }: Props) {
  const { t } = useTranslation(["review", "web"]);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (reason.trim()) onSend(reason.trim());
    else document.getElementById(id)?.focus();
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Textarea
        id={id}
        className="field"
        rows={3}
        label={t("mergers.why.label")}
        description={t("mergers.why.hint")}
        error={tried && !reason.trim() && t("mergers.why.missing")}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" loading={busy}>
          {yes}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t("web:cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
