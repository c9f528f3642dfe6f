import type { Field, Typed } from "./answers.ts";

/** What is typed and not saved, by field, with the answer it was typed over. */
export type Kept = Partial<Record<Field, { value: Typed; over: unknown }>>;

const place = (registration: string) => `causeway.typed.${registration}`;

/** A copy for this tab, for when the page goes before the server has it. Gone as soon as nothing is unsaved. */
export function keepTyped(registration: string, kept: Kept): void {
  if (Object.keys(kept).length) sessionStorage.setItem(place(registration), JSON.stringify(kept));
  else sessionStorage.removeItem(place(registration));
}

export function keptTyped(registration: string): Kept {
  return JSON.parse(sessionStorage.getItem(place(registration)) ?? "{}");
}

export const forgetTyped = (registration: string) => keepTyped(registration, {});
