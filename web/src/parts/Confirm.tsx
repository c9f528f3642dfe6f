import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

type Props = {
  ask: string;
  about?: string;
  consequence: string;
  yes: string;
  busy: boolean;
  onYes: () => void;
};

/** For what cannot be undone: names the consequence before it is done, in its place and without a window. */
export function Confirm({ ask, about, consequence, yes, busy, onYes }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const words = useRef<HTMLParagraphElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const cancelled = useRef(false);
  useEffect(() => {
    if (asked) words.current?.focus();
    else if (cancelled.current) button.current?.focus();
    cancelled.current = false;
  }, [asked]);
  if (!asked) {
    return (
      <Button variant="default" ref={button} onClick={() => setAsked(true)}>
        {ask}
        {about && <span className="hidden-text"> {about}</span>}
      </Button>
    );
  }
  return (
    <div className="stack">
      <p ref={words} tabIndex={-1}>
        {consequence}
      </p>
      <div className="actions">
        <Button loading={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            cancelled.current = true;
            setAsked(false);
          }}
        >
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}
