import type { OfficePage } from "../app/office.ts";

export const besideQueue = ["j", "k", "a", "r", "s", "u"] as const;

/** After g: each page of the office by a letter of its own, the same in every language, as the addresses are. */
export const pageLetters: Record<OfficePage["to"], string> = {
  "/admin": "q",
  "/admin/review": "r",
  "/admin/missions": "m",
  "/admin/organisations": "o",
  "/admin/letters": "l",
  "/admin/people": "p",
  "/admin/erasures": "e",
  "/admin/access": "a",
  "/admin/settings": "s",
  "/admin/changes": "c",
  "/admin/audit": "u",
};
