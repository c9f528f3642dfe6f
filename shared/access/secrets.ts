import { hash, randomBytes } from "node:crypto";

/** 256 bits for a cookie or a link. Only the hash is kept. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** A plain hash will do: nobody guesses 256 bits. */
export const hashOf = (secret: string): string => hash("sha256", secret, "base64url");
