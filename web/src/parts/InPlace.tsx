import { Button } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { flushSync } from "react-dom";

type Props = { ask: string; about: string; children: (close: () => void) => ReactNode };

/** A form that opens in the place of its button, and leaves the keyboard there when it closes. */
export function InPlace({ ask, about, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (isOpen) {
    return children(() => {
      flushSync(() => setOpen(false));
      button.current?.focus();
    });
  }
  return (
    <Button variant="default" ref={button} onClick={() => setOpen(true)}>
      {ask} <span className="hidden-text">{about}</span>
    </Button>
  );
}
