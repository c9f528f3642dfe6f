import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";
import { Trouble } from "../parts/Trouble.tsx";
import type { Saving } from "./useDraft.ts";

type Props = {
  saving: Saving;
  why: string | undefined;
  sending: boolean;
  again: boolean;
  problem: Problem | undefined;
  onSave: () => void;
};

/** Whether what is typed is safe, and the two ways on. */
export function SaveBar({ saving, why, sending, again, problem, onSave }: Props) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <p role="status" className={saving === "failed" ? "stale-note" : "quiet"} data-saving={saving}>
        {t(`form.${saving}`)} {saving === "failed" && why}
      </p>
      <div className="actions">
        <Button type="submit" loading={sending}>
          {again ? t("form.send-again") : t("form.send")}
        </Button>
        <Button variant="default" onClick={onSave}>
          {t("form.save")}
        </Button>
      </div>
      {problem && <Trouble problem={problem} />}
    </div>
  );
}
