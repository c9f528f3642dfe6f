/** Where somebody was going, if it is an address that a letter takes along: one of our own pages, and not too long a one. */
const form = /^\/(?![/\\])[^\s\\]{0,300}$/;

/** Where one is now, with what the page keeps in its address, but not what stands after its #: that may be a secret. */
export function backTo({ pathname, searchStr }: { pathname: string; searchStr: string }): string {
  const here = pathname + searchStr;
  return form.test(here) ? here : pathname;
}

export const backIn = ({ back }: Record<string, unknown>): { back?: string } =>
  typeof back === "string" && form.test(back) ? { back } : {};
