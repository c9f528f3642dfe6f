import { hash } from "node:crypto";

const patienceMs = 3_000;

/**
 * Whether it stands in a service that lists passwords from break-ins, by range: it is told the first five figures of a SHA-1
 * and answers with all rests it knows. One that does not answer keeps nobody from choosing a password.
 */
export async function isLeaked(password: string, rangeUrl: string | undefined): Promise<boolean> {
  if (!rangeUrl) return false;
  const sha1 = hash("sha1", password, "hex").toUpperCase();
  const [prefix, rest] = [sha1.slice(0, 5), sha1.slice(5)];
  try {
    const headers = { "add-padding": "true" };
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(`${rangeUrl.replace(/\/$/, "")}/${prefix}`, { headers, signal });
    if (!response.ok) return false;
    const lines = (await response.text()).split(/\r?\n/);
    return lines.some((line) => line.startsWith(`${rest}:`) && !line.endsWith(":0"));
  } catch {
    return false;
  }
}
