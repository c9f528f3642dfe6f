import { type ReactNode, useEffect, useRef } from "react";

type Props = { page: string; back: string; takesFocus: boolean; children: ReactNode };

/** To a page on which they give what this one waits for. */
export function InNewTab({ page, back, takesFocus, children }: Props) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesFocus) link.current?.focus();
  }, [takesFocus]);
  return (
    <p>
      <a ref={link} href={`${page}?back=${encodeURIComponent(back)}`} target="_blank" rel="noreferrer">
        {children}
      </a>
    </p>
  );
}
