import { Button } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { TextInput } from "../parts/fields.tsx";

/** Shown this once: nobody can read it back. */
export function NewToken({ bearer, onKept }: { bearer: string; onKept(): void }) {
  const { t } = useTranslation(["web", "identity"]);
  const id = useId();
  const [copied, setCopied] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  async function copy() {
    (document.getElementById(id) as HTMLInputElement | null)?.select();
    // Off secure origins there is no clipboard: then the text is selected, to be copied by hand.
    await navigator.clipboard?.writeText(bearer).then(
      () => setCopied(true),
      () => {},
    );
  }

  return (
    <div className="stack">
      <h3 ref={title} tabIndex={-1}>
        {t("identity:tokens.copy-now")}
      </h3>
      <p>{t("identity:tokens.copy-lead")}</p>
      <TextInput
        id={id}
        className="field mono"
        label={t("identity:tokens.token")}
        value={bearer}
        readOnly
        spellCheck={false}
      />
      <div className="actions">
        <Button variant="default" onClick={copy}>
          {t("identity:tokens.copy")}
        </Button>
        <span role="status">{copied && t("copied")}</span>
        <Button onClick={onKept}>{t("identity:tokens.kept")}</Button>
      </div>
    </div>
  );
}
