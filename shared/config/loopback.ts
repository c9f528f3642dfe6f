/** Whether a name of a host, as a URL has it, is this machine and nothing beyond it. */
export const isLoopback = (hostname: string): boolean =>
  /^(127(\.\d{1,3}){3}|localhost|\[?::1\]?)$/.test(hostname);
