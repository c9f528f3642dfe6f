import { createContext, useContext } from "react";
import type { Form } from "./Answer.tsx";
import type { Own } from "./draft.ts";
import type { RegistrationLink } from "./link.ts";
import type { useDraft } from "./useDraft.ts";

/** What all parts of the form share: what the server has, what is typed over it, and what this country is asked. */
export type Registration = {
  own: Own;
  link: RegistrationLink;
  kept: ReturnType<typeof useDraft>;
  form: Form;
};

const Shared = createContext<Registration | undefined>(undefined);

export const RegistrationProvider = Shared.Provider;

export function useRegistration(): Registration {
  const registration = useContext(Shared);
  if (!registration) throw new Error("A part of the form stands outside of it.");
  return registration;
}
