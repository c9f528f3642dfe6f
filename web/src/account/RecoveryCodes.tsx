import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { saveFile } from "../parts/save-file.ts";
import { PrintedCodes } from "./PrintedCodes.tsx";
import { asText, useRecoverySheet } from "./recovery-sheet.ts";
import "./second-factor.css";

export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept(): unknown }) {
  const { t } = useTranslation(["web", "identity"]);
  const sheet = useRecoverySheet(codes);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="stack">
      <h3 ref={title} tabIndex={-1}>
        {t("identity:account.codes")}
      </h3>
      <p>{t("identity:account.codes-lead")}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="actions">
        <Button onClick={() => onKept()}>{t("identity:account.kept")}</Button>
        <Button variant="default" onClick={() => window.print()}>
          {t("identity:account.print")}
        </Button>
        <Button
          variant="default"
          onClick={() =>
            saveFile(`${t("identity:account.sheet.file-name")}.txt`, "text/plain", asText(sheet))
          }
        >
          {t("identity:account.sheet.file")}
        </Button>
      </div>
      <PrintedCodes {...sheet} />
    </div>
  );
}
