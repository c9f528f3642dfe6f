import { Button } from "@mantine/core";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { useStep } from "../app/queries.ts";
import { isEmailAddress } from "../parts/email-address.ts";
import { useFieldWords } from "../parts/field-words.ts";
import { TextInput } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";

/** The server says no more than that: whoever asks is not told whether the address is known. */
export function AskForLink({ back }: { back: string | undefined }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const ofFieldIn = useFieldWords();
  const [email, setEmail] = useState("");
  const [wrong, setWrong] = useState(false);
  const [sentTo, setSentTo] = useState("");
  const [askedAgain, setAskedAgain] = useState(false);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const ask = useStep("POST /sign-in-links", () => setSentTo(email.trim()));

  function send(onSuccess?: () => void) {
    const asked = { email: email.trim(), language: i18n.language, ...(back && { back }) };
    ask.mutate(asked, { ...(onSuccess && { onSuccess }) });
  }

  function correct() {
    setSentTo("");
    setAskedAgain(false);
    focusOn(id);
  }

  function submit(event: React.FormEvent) {
    event.preventDefault();
    const looksRight = isEmailAddress(email.trim());
    setWrong(!looksRight);
    if (looksRight) send();
    else field.current?.focus();
  }

  if (sentTo) {
    return (
      <div className="stack" role="status">
        <h2>{t("identity:sign-in.sent")}</h2>
        <p>{t("identity:sign-in.sent-lead", { email: sentTo })}</p>
        <p className="quiet">{t("identity:sign-in.sent-help")}</p>
        {askedAgain && <p>{t("identity:sign-in.sent-again")}</p>}
        <div className="actions">
          <Button variant="default" loading={ask.isPending} onClick={() => send(() => setAskedAgain(true))}>
            {t("identity:sign-in.again")}
          </Button>
          <Button variant="subtle" onClick={correct}>
            {t("identity:sign-in.other")}
          </Button>
        </div>
        {ask.error && <Trouble problem={ask.error} />}
      </div>
    );
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextInput
        id={id}
        ref={field}
        className="field"
        label={t("identity:sign-in.email")}
        type="email"
        autoComplete="email"
        value={email}
        error={wrong ? t("identity:sign-in.email-wrong") : ofFieldIn(ask.error, "email")}
        onChange={(event) => {
          setWrong(false);
          setEmail(event.currentTarget.value);
        }}
      />
      <Button type="submit" loading={ask.isPending}>
        {t("identity:sign-in.send")}
      </Button>
      {ask.error && <Trouble problem={ask.error} />}
    </form>
  );
}
