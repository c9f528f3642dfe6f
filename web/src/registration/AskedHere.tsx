import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem, send } from "../app/api.ts";
import { refresh } from "../app/queries.ts";
import { Textarea } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { Field } from "./answers.ts";
import { useRegistration } from "./registration.ts";

/** What the office asks about this answer, and a box for what the answer itself does not say. */
export default function AskedHere({ field, text }: { field: Field; text: string }) {
  const { t } = useTranslation("sending");
  const { own } = useRegistration();
  const kept = own.replies.find((one) => one.field === field)?.text ?? "";
  const [typed, setTyped] = useState(kept);
  const [problem, setProblem] = useState<Problem>();

  async function save() {
    const words = typed.trim();
    if (words === kept) return;
    try {
      await send("PUT /registrations/:id/replies/:field", {
        id: own.id,
        field,
        ...(words && { text: words }),
      });
      setProblem(undefined);
      await refresh(`/api/registrations/${own.id}/own`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  }

  return (
    <div className="asked-here stack" data-asked={field}>
      <p className="as-written" dir="auto">
        <strong>{t("asked.office")}</strong> {text}
      </p>
      <Textarea
        className="field"
        rows={2}
        label={t("asked.reply")}
        description={t("asked.hint")}
        maxLength={1_000}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void save()}
      />
      {problem && <Trouble problem={problem} again={save} />}
    </div>
  );
}
