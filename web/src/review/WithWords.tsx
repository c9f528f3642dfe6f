import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Textarea, TextInput } from "../parts/fields.tsx";

type Props = {
  step: "ask-changes" | "reject" | "waive";
  words: string;
  onWrite: (words: string) => void;
  busy: boolean;
  /** Something else says enough. */
  isOptional?: boolean;
  below?: React.ReactNode;
  onSend: (words: string) => void;
  onCancel: () => void;
};

/** A step that needs words: a note or a reason for the cluster, or the name of a programme. */
export function WithWords({
  step,
  words,
  onWrite,
  busy,
  isOptional = false,
  below,
  onSend,
  onCancel,
}: Props) {
  const { t } = useTranslation(["web", "review"]);
  const [tried, setTried] = useState(false);
  const id = `words-${step}`;
  const isProgramme = step === "waive";
  const saysEnough = Boolean(words.trim()) || isOptional;
  useEffect(() => document.getElementById(id)?.focus(), [id]);

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (saysEnough) return onSend(words.trim());
    document.getElementById(id)?.focus();
  }

  const field = {
    id,
    className: "field",
    label: t(`review:words.${step}.label`),
    description: t(`review:words.${step}.hint`),
    value: words,
    maxLength: isProgramme ? 200 : 2_000,
    error: tried && !saysEnough && t(`review:words.${step}.missing`),
    onChange: (event: { currentTarget: { value: string } }) => onWrite(event.currentTarget.value),
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {isProgramme ? <TextInput {...field} /> : <Textarea rows={5} {...field} />}
      {below}
      <div className="actions">
        <Button type="submit" loading={busy}>
          {t(`review:words.${step}.send`)}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
