import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";
import { TextInput } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";

type Props = {
  label: string;
  form: "figures" | "recovery";
  send: string;
  takesFocus?: true;
  step: { mutate(input: { code: string }): void; isPending: boolean; error: Problem | null };
};

/** What is typed next replaces what was wrong. */
function typeAnew(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

/** A telephone offers the code it was just sent, or has just shown, for such a field. */
export function CodeForm({ label, form, send, takesFocus, step }: Props) {
  const { t } = useTranslation(["web", "identity"]);
  const [code, setCode] = useState("");
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (step.error) typeAnew(field.current);
  }, [step.error]);

  function submit(event: React.FormEvent) {
    event.preventDefault();
    const bare = form === "figures" ? code.replace(/\s/g, "") : code.trim();
    const looksRight = form === "figures" ? /^\d{6}$/.test(bare) : bare.length >= 6;
    setWrong(!looksRight);
    if (looksRight) step.mutate({ code: bare });
    else typeAnew(field.current);
  }

  const figures = { inputMode: "numeric", autoComplete: "one-time-code" } as const;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextInput
        ref={field}
        className="field"
        label={label}
        maxLength={40}
        {...(form === "figures" ? figures : { autoComplete: "off" })}
        value={code}
        error={
          wrong && (form === "figures" ? t("identity:sign-in.code-wrong") : t("identity:sign-in.missing"))
        }
        onChange={(event) => {
          setWrong(false);
          setCode(event.currentTarget.value);
        }}
      />
      {step.error && <Trouble problem={step.error} />}
      <Button type="submit" loading={step.isPending}>
        {send}
      </Button>
    </form>
  );
}
