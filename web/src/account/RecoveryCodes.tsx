import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import "./second-factor.css";

export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept(): unknown }) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="stack">
      <h3 ref={title} tabIndex={-1}>
        {t("account.codes")}
      </h3>
      <p>{t("account.codes-lead")}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="actions">
        <Button onClick={() => onKept()}>{t("account.kept")}</Button>
        <Button variant="default" onClick={() => window.print()}>
          {t("account.print")}
        </Button>
      </div>
    </div>
  );
}
