import { Button } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { instant } from "../app/format.ts";
import { refresh, useStep } from "../app/queries.ts";
import { Confirm } from "../parts/Confirm.tsx";
import { TextInput } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { addressOfLink, keepLink, type RegistrationLink } from "./link.ts";

type Props = { link: RegistrationLink; endsAt: string | undefined; renewable?: boolean };

/** The only way back to a registration without an account: to be copied or mailed to oneself. */
export function BackLink({ link: first, endsAt, renewable }: Props) {
  const { t, i18n } = useTranslation(["register", "web"]);
  const id = useId();
  const [link, setLink] = useState(first);
  const [copied, setCopied] = useState(false);
  const address = addressOfLink(link, i18n.language);
  const mail = `mailto:?subject=${encodeURIComponent(t("back-link.subject"))}&body=${encodeURIComponent(address)}`;
  const renew = useStep("POST /registrations/:id/link", ({ link: secret }) => {
    const renewed = { id: link.id, secret };
    keepLink(renewed);
    setLink(renewed);
    setCopied(false);
    focusOn(id);
    // Its first use ends the old one.
    return refresh(`/api/registrations/${link.id}/own`);
  });

  async function copy() {
    (document.getElementById(id) as HTMLInputElement | null)?.select();
    // Off secure origins there is no clipboard: then the text is selected, to be copied by hand.
    await navigator.clipboard?.writeText(address).then(
      () => setCopied(true),
      () => {},
    );
  }

  return (
    <div className="stack">
      <p>
        {t("back-link.why")} {endsAt && t("back-link.until", { at: instant(endsAt, i18n.language) })}
      </p>
      <TextInput id={id} className="field" label={t("back-link.label")} value={address} readOnly />
      <div className="actions">
        <Button variant="default" onClick={copy}>
          {t("back-link.copy")}
        </Button>
        <a href={mail}>{t("back-link.mail")}</a>
        <span role="status">{copied && t("web:copied")}</span>
      </div>
      {renewable && (
        <Confirm
          key={link.secret}
          ask={t("back-link.renew")}
          consequence={t("back-link.renew-why")}
          yes={t("back-link.renew-sure")}
          busy={renew.isPending}
          onYes={() => renew.mutate({ id: link.id })}
        />
      )}
      {renew.error && <Trouble problem={renew.error} />}
    </div>
  );
}
