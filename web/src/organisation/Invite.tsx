import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { offeredBy, useInstallation } from "../app/installation.ts";
import { type Language, languages } from "../app/languages.ts";
import { refresh, useStep } from "../app/queries.ts";
import { Choices } from "../parts/Choices.tsx";
import { isEmailAddress } from "../parts/email-address.ts";
import { useFieldWords } from "../parts/field-words.ts";
import { NativeSelect, TextInput } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { Organisation } from "./People.tsx";
import { RoleChoices } from "./RoleChoices.tsx";

const standings = ["colleague", "lead"] as const;

/** Where there is one role, nobody is asked for it; in the office standing follows from the roles. */
export function Invite({ home }: { home: Organisation }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const ofFieldIn = useFieldWords();
  const { organisation, roles: there } = home;
  const offered = offeredBy(useInstallation());
  const [email, setEmail] = useState("");
  const [language, setLanguage] = useState(i18n.language as Language);
  const [standing, setStanding] = useState<(typeof standings)[number]>("colleague");
  const [chosen, setChosen] = useState<Organisation["roles"]>([]);
  const [tried, setTried] = useState(false);
  const [sentTo, setSentTo] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const invite = useStep("POST /organisations/:organisation/invitations", async () => {
    setSentTo(email.trim());
    setEmail("");
    setTried(false);
    await refresh(`/api/organisations/${organisation}`);
  });
  const roles = there.length === 1 ? there : chosen;

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    setSentTo("");
    if (!isEmailAddress(email.trim())) return field.current?.focus();
    if (roles.length) invite.mutate({ organisation, email: email.trim(), language, roles, standing });
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{t("identity:invitations.lead")}</p>
      <TextInput
        ref={field}
        className="field"
        label={t("identity:invitations.email")}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={email}
        error={
          tried && !isEmailAddress(email.trim())
            ? t("identity:sign-in.email-wrong")
            : ofFieldIn(invite.error, "email")
        }
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <NativeSelect
        className="field"
        label={t("identity:invitations.language")}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value as Language)}
        data={offered.map((one) => ({ value: one, label: languages[one] }))}
      />
      {home.kind === "office" ? (
        <RoleChoices
          id="invite-roles"
          there={there}
          chosen={chosen}
          missing={tried && !roles.length}
          onChange={setChosen}
        />
      ) : (
        <Choices
          id="invite-standing"
          type="radio"
          label={t("identity:invitations.standing")}
          options={standings.map((one) => ({ value: one, label: t(`identity:standings.${one}`) }))}
          chosen={[standing]}
          onChange={([one]) => setStanding(one as typeof standing)}
          onLeave={() => {}}
        />
      )}
      <div className="actions">
        <Button type="submit" loading={invite.isPending}>
          {t("identity:invitations.send")}
        </Button>
      </div>
      <p role="status">{sentTo && t("identity:invitations.sent", { email: sentTo })}</p>
      {invite.error && <Trouble problem={invite.error} />}
    </form>
  );
}
