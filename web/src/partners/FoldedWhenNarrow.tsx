import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useState } from "react";

/** On a small screen it is folded away, and made when it is opened; on a large one it stands beside what it is about. */
export function FoldedWhenNarrow({ title, children }: { title: string; children: ReactNode }) {
  const isNarrow = useMediaQuery("(max-width: 61.99rem)", false, { getInitialValueInEffect: false });
  const [isOpen, setOpen] = useState(false);
  if (!isNarrow) return children;
  return (
    <details className="folded" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && children}
    </details>
  );
}
