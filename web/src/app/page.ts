import { type RefObject, useEffect, useRef } from "react";
import { useInstallation } from "./installation.ts";

/** Names the document, and after a change of page puts the reader at its heading. */
export function usePage(title: string | undefined): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => {
    // A page that opened by itself, as at the start, leaves the focus where it is.
    if (navigator.userActivation.hasBeenActive) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

/** Of the document: the page, and whose portal it is. */
export function useTitle(title: string | undefined): void {
  const name = useInstallation()?.shortName;
  useEffect(() => {
    if (title) document.title = [title, name].filter(Boolean).join(" · ");
  }, [title, name]);
}
