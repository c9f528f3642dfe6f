import { useMemo, useRef } from "react";
import { carryLink } from "../app/api.ts";
import { useHash } from "../parts/address-hash.ts";
import { linkIn, type RegistrationLink } from "../registration/link.ts";

/** What stands after the # of the letter's link, which no server sees; it stays when the reader jumps to a part of the page. */
export function useSectionLink(): RegistrationLink | undefined {
  const hash = useHash();
  const last = useRef<RegistrationLink>(undefined);
  return useMemo(() => {
    last.current = linkIn(hash) ?? last.current;
    if (last.current) carryLink(last.current.id, last.current.secret);
    return last.current;
  }, [hash]);
}
