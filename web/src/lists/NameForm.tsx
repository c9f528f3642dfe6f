import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";
import { TextInput } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";

type Props = {
  name: string;
  hint?: string;
  yes: string;
  saving: { isPending: boolean; error: Problem | null };
  onName: (name: string) => void;
  onCancel: () => void;
};

export function NameForm({ name, hint, yes, saving, onName, onCancel }: Props) {
  const { t } = useTranslation(["identity", "web"]);
  const [typed, setTyped] = useState(name);
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const words = typed.trim();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (words) onName(words);
        else field.current?.focus();
      }}
    >
      <TextInput
        ref={field}
        className="field"
        maxLength={80}
        label={t("lists.views.name")}
        description={hint}
        value={typed}
        error={tried && !words && t("lists.views.name-missing")}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" loading={saving.isPending}>
          {yes}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("web:cancel")}
        </Button>
      </div>
      {saving.error && <Trouble problem={saving.error} />}
    </form>
  );
}
