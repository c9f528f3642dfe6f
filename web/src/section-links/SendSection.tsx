import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { In } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { refresh, useStep } from "../app/queries.ts";
import { isEmailAddress } from "../parts/email-address.ts";
import { useFieldWords } from "../parts/field-words.ts";
import { NativeSelect, TextInput } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { type Asked, allSections, askedIn, type Section } from "../registration/sections.ts";

type Sendable = In<"POST /registrations/:id/section-links">["section"];

/** The country decides what all others ask, and the declaration is made by who sends the registration. */
const isSendable = (section: Section): section is Sendable =>
  section !== "country" && section !== "declaration";

const ids = { section: "send-section", email: "send-section-to" };

export function SendSection({ id, asked }: { id: string; asked: Asked[] }) {
  const { t, i18n } = useTranslation(["section-links", "web", "partnerships", "identity"]);
  const ofFieldIn = useFieldWords();
  const [section, setSection] = useState("");
  const [email, setEmail] = useState("");
  const [message, setMessage] = useState("");
  const [tried, setTried] = useState(false);
  const [sentTo, setSentTo] = useState("");
  const send = useStep("POST /registrations/:id/section-links", async () => {
    setSentTo(email.trim());
    for (const clear of [setSection, setEmail, setMessage]) clear("");
    setTried(false);
    await refresh(`/api/registrations/${id}/section-links`);
  });
  const isAddress = isEmailAddress(email.trim());
  const sendable = allSections.filter(isSendable).filter((one) => askedIn(one, asked).length);

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    setSentTo("");
    const chosen = sendable.find((one) => one === section);
    if (!chosen) return focusOn(ids.section);
    if (!isAddress) return focusOn(ids.email);
    const own = message.trim();
    send.mutate({
      ...{ id, section: chosen, email: email.trim(), language: i18n.language },
      ...(own && { message: own }),
    });
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <NativeSelect
        id={ids.section}
        className="field"
        label={t("section")}
        value={section}
        error={tried && !section && t("choose-missing")}
        onChange={(event) => setSection(event.currentTarget.value)}
        data={[
          { value: "", label: t("choose") },
          ...sendable.map((one) => ({ value: one, label: t(`partnerships:sections.${one}`) })),
        ]}
      />
      <TextInput
        id={ids.email}
        className="field"
        label={t("email")}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={email}
        error={tried && !isAddress ? t("identity:sign-in.email-wrong") : ofFieldIn(send.error, "email")}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        className="field"
        label={
          <>
            {t("message")}
            <span className="required-mark"> {t("web:form.optional")}</span>
          </>
        }
        description={t("message-hint")}
        maxLength={300}
        value={message}
        error={ofFieldIn(send.error, "message")}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" variant="default" loading={send.isPending}>
          {t("send")}
        </Button>
      </div>
      <p role="status">{sentTo && t("sent", { email: sentTo })}</p>
      {send.error && <Trouble problem={send.error} />}
    </form>
  );
}
