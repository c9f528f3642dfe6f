import { customAlphabet } from "nanoid";

/** 20 characters, 103 bits: readable over the telephone, safe in a path and in a stream's name. */
export const newId: () => string = customAlphabet("0123456789abcdefghijklmnopqrstuvwxyz", 20);
