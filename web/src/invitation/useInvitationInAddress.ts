import { useMemo } from "react";
import { useHash } from "../parts/address-hash.ts";

export type Link = { invitation: string; link: string };

const form = /^#([a-z0-9][a-z0-9-]{2,63})\.([A-Za-z0-9_-]{43})$/;

/** What stands after the # of an invitation's letter. */
export function useInvitationInAddress(): Link | undefined {
  const hash = useHash();
  return useMemo(() => {
    const [, invitation, link] = form.exec(hash) ?? [];
    return invitation && link ? { invitation, link } : undefined;
  }, [hash]);
}
