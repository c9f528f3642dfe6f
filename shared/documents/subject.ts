import Type, { type TUnsafe } from "typebox";

/** Whom something that is kept is about: `person/sanne`. By kind, for a registration may be called as a person is. */
export type Subject = `${string}/${string}`;

export const Subject = (): TUnsafe<Subject> =>
  Type.Unsafe<Subject>({ type: "string", pattern: "^[a-z-]+/[a-z0-9][a-z0-9-]{2,63}$" });

export function partsOfSubject(subject: Subject): { kind: string; id: string } {
  const [kind = "", id = ""] = subject.split("/");
  return { kind, id };
}
