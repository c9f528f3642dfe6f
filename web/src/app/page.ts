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

/** Of the page, and of what stands in its place for a while. */
const titles: { page?: string; inPlace?: string } = {};

function setTitle(of: keyof typeof titles, title: string): void {
  titles[of] = title;
  document.title = titles.inPlace || titles.page || document.title;
}

/** Of the document: the page, or what stands in its place, and whose portal it is. */
export function useTitle(title: string | undefined, of: keyof typeof titles = "page"): void {
  const name = useInstallation()?.shortName;
  useEffect(() => {
    if (title) setTitle(of, [title, name].filter(Boolean).join(" · "));
    if (of === "inPlace") return () => setTitle(of, "");
  }, [title, name, of]);
}
