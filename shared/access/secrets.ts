import { hash, randomBytes } from "node:crypto";

/** 256 bits for a cookie or a link. Only the hash is kept. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** How it is written. */
export const secretForm = /^[A-Za-z0-9_-]{43}$/;

/** An API token: what it is, by what its owner knows it, and 256 bits. */
export const tokenForm = /^ccp_[0-9a-z]{20}_[A-Za-z0-9_-]{43}$/;

/** A plain hash will do: nobody guesses 256 bits. */
export const hashOf = (secret: string): string => hash("sha256", secret, "base64url");

/**
 * For what could be guessed, such as an address: a plain hash of it would be found by trying. SHA-3, unlike SHA-2, may be
 * keyed by what comes first (NIST SP 800-185, section 4), at a quarter of an HMAC's time.
 */
export const keyedHash = (secret: string, text: string): string =>
  hash("sha3-256", `${secret}\n${text}`, "base64url");

/** The same where only small letters and figures may stand, as in an id or before an @: 160 bits of it. */
export const keyedId = (secret: string, text: string): string =>
  hash("sha3-256", `${secret}\n${text}`, "hex").slice(0, 40);
