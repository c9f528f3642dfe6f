import { keyedId } from "#shared/access/secrets.ts";

/** Only whoever got the letter, and the servers on its way, know it: by it a report is taken for one about this letter. */
export const returnTokenOf = (installationSecret: string, letter: string): string =>
  keyedId(installationSecret, `return path\n${letter}`);

/** Where a mail server sends a letter back to (its envelope's sender); before the @ 64 characters fit (RFC 5321). */
export const returnAddress = (token: string, domain: string): string => `bounce+${token}@${domain}`;

export function tokenIn(address: string, domain: string): string | undefined {
  const [, token, own] = /^bounce\+([0-9a-f]{40})@(.+)$/.exec(address.toLowerCase()) ?? [];
  return own === domain.toLowerCase() ? token : undefined;
}
