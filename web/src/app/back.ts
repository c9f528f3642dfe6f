/** Where somebody was going, if it is an address that a letter takes along: one of our own pages, and not too long a one. */
const form = /^\/(?![/\\])[^\s\\]{0,300}$/;

export const backIn = ({ back }: Record<string, unknown>): { back?: string } =>
  typeof back === "string" && form.test(back) ? { back } : {};
