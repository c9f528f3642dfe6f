import { useState } from "react";

const form = /^#([A-Za-z0-9_-]{43})$/;

/** What stands after the # of a letter's link, as it was when the page opened. */
export function useLinkInAddress(): string | undefined {
  const [link] = useState(() => form.exec(location.hash)?.[1]);
  return link;
}
