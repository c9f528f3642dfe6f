import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languageName } from "../app/format.ts";
import { offeredBy, useInstallation } from "../app/installation.ts";
import { languages } from "../app/languages.ts";
import { refresh, useStep } from "../app/queries.ts";
import { NativeSelect } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";

/** In which letters reach whoever asks. One that is no longer offered is shown until they choose another. */
export function MyLanguage({ now }: { now: string }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const offered = offeredBy(useInstallation());
  const [language, setLanguage] = useState(now);
  const choose = useStep("PUT /account/language", () => refresh("/api/account"));
  const named = offered.map((one) => ({ value: one as string, label: languages[one] }));
  const isOffered = named.some(({ value }) => value === now);

  function submit(event: React.FormEvent) {
    event.preventDefault();
    choose.mutate({ language });
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="quiet">{t("identity:account.language-lead")}</p>
      <NativeSelect
        className="field"
        label={t("identity:account.language-label")}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value)}
        data={isOffered ? named : [{ value: now, label: languageName(now, i18n.language) }, ...named]}
      />
      {choose.error && <Trouble problem={choose.error} />}
      <div className="actions">
        <Button type="submit" variant="default" loading={choose.isPending}>
          {t("identity:account.language-save")}
        </Button>
      </div>
      <p role="status">{choose.isSuccess && t("identity:account.language-saved")}</p>
    </form>
  );
}
