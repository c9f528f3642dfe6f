import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../app/api.ts";
import { useStep } from "../app/queries.ts";
import { useWords } from "../app/words.ts";
import { Question } from "../parts/Question.tsx";
import { useLabels } from "./Fields.tsx";
import type { Section } from "./useSection.ts";

/** What the server takes at most, in bytes. */
const most = 200 * 1024;

/** A file is judged as soon as it is chosen, and becomes the logo when the part is saved. */
export function LogoField({ section }: { section: Section }) {
  const { t } = useTranslation("settings");
  const { ofProblem } = useWords();
  const labels = useLabels({ section, field: "logo" });
  const [trouble, setTrouble] = useState("");
  const keep = useStep("POST /settings/logos");
  const image = section.value("logo");
  const error = trouble || labels.error;

  async function choose(file: File | undefined) {
    if (!file) return;
    setTrouble(file.size > most ? t("page.logo-too-large") : "");
    if (file.size > most) return;
    try {
      const { logo } = await keep.mutateAsync({ image: await base64Of(file) });
      section.write("logo", logo);
    } catch (no) {
      if (!(no instanceof Problem)) throw no;
      setTrouble(no.code === "invalid" ? t("refusals.logo-no-image") : ofProblem(no));
    }
  }

  return (
    <Question {...labels} {...(error && { error })}>
      {(described) => (
        <div className="stack">
          {image ? (
            <img className="settings-logo" src={`/api/logos/${image}`} alt={t("page.logo-preview")} />
          ) : (
            <p className="quiet">{t("page.no-logo")}</p>
          )}
          <input
            type="file"
            id={labels.id}
            aria-label={t("page.choose-logo")}
            aria-describedby={described}
            accept="image/png,image/jpeg,image/webp"
            onChange={(event) => {
              void choose(event.currentTarget.files?.[0]);
              // The same file may be chosen again once it is mended.
              event.currentTarget.value = "";
            }}
          />
          {Boolean(image) && (
            <Button variant="default" size="sm" onClick={() => section.write("logo", "")}>
              {t("page.remove-logo")}
            </Button>
          )}
        </div>
      )}
    </Question>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}
