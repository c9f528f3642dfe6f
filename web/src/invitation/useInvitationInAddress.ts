import { useState } from "react";

export type Link = { invitation: string; link: string };

const form = /^#([a-z0-9][a-z0-9-]{2,63})\.([A-Za-z0-9_-]{43})$/;

/** What stands after the # of an invitation's letter, as it was when the page opened. */
export function useInvitationInAddress(): Link | undefined {
  const [found] = useState(() => {
    const [, invitation, link] = form.exec(location.hash) ?? [];
    return invitation && link ? { invitation, link } : undefined;
  });
  return found;
}
