/** Only an address of our own: one slash, and no second one that would name another host. */
export const backIn = ({ back }: Record<string, unknown>): { back?: string } =>
  typeof back === "string" && /^\/[^/\\]/.test(back) ? { back } : {};
