import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStep } from "../app/queries.ts";
import { Textarea } from "../parts/fields.tsx";
import { InPlace } from "../parts/InPlace.tsx";
import { Trouble } from "../parts/Trouble.tsx";

type Props = { person: string; onDone: () => Promise<void>; close: () => void };

/** Takes a reason, which colleagues read and nobody else. */
export function Suspend({ name, ...props }: Omit<Props, "close"> & { name: string }) {
  const { t } = useTranslation(["web", "identity"]);
  return (
    <InPlace ask={t("identity:people.suspend")} about={name}>
      {(close) => <SuspendForm {...props} close={close} />}
    </InPlace>
  );
}

function SuspendForm({ person, onDone, close }: Props) {
  const { t } = useTranslation(["web", "identity"]);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const suspend = useStep("POST /people/:id/suspension", onDone);

  function submit(event: React.FormEvent) {
    event.preventDefault();
    if (reason.trim()) return suspend.mutate({ id: person, reason: reason.trim() });
    setTried(true);
    field.current?.focus();
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Textarea
        className="field"
        rows={4}
        ref={field}
        autoFocus
        label={t("identity:people.reason")}
        description={t("identity:people.reason-hint")}
        maxLength={2_000}
        value={reason}
        error={tried && !reason.trim() && t("identity:people.reason-missing")}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" loading={suspend.isPending}>
          {t("identity:people.suspend-yes")}
        </Button>
        <Button variant="default" onClick={close}>
          {t("cancel")}
        </Button>
      </div>
      {suspend.error && <Trouble problem={suspend.error} />}
    </form>
  );
}
