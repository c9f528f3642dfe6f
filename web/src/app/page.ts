import { type RefObject, useEffect, useRef } from "react";

/** Names the document, and after a change of page puts the reader at its heading. */
export function usePage(title: string | undefined): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (title) document.title = `${title} · Causeway`;
  }, [title]);
  useEffect(() => {
    // A page that opened by itself, as at the start, leaves the focus where it is.
    if (navigator.userActivation.hasBeenActive) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
