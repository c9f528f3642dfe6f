import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** AES-256-GCM; `purpose` keeps what was made for one use from being taken for another. */
const keyFor = (secret: string, purpose: string) => Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));

const sizes = { nonce: 12, tag: 16 };

/** For what must be read again, and stands in a database that others may read too. */
export function encrypt(secret: string, purpose: string, text: string): string {
  const nonce = randomBytes(sizes.nonce);
  const cipher = createCipheriv("aes-256-gcm", keyFor(secret, purpose), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** Throws when it was changed, or made with another secret or for another purpose. */
export function decrypt(secret: string, purpose: string, encrypted: string): string {
  const bytes = Buffer.from(encrypted, "base64url");
  const start = sizes.nonce + sizes.tag;
  const decipher = createDecipheriv("aes-256-gcm", keyFor(secret, purpose), bytes.subarray(0, sizes.nonce));
  decipher.setAuthTag(bytes.subarray(sizes.nonce, start));
  return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]).toString("utf8");
}
