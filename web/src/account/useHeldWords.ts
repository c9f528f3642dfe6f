import { instant, languageName } from "../app/format.ts";
import { useSession } from "../app/session.ts";
import { useWords } from "../app/words.ts";
import { levelsIn, type Scope } from "./scopes.ts";

const instantForm = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Where the words of a field's values stand; of others in `my-data.values`. */
const wordsOf: Record<string, string> = {
  roles: "identity:roles",
  standing: "identity:standings",
  state: "mail:letters",
};

/** What is kept about its reader, in words: a code by its name, an organisation of theirs by its own. */
export function useHeldWords(language: string) {
  const { say } = useWords();
  const session = useSession();
  const own = [...(session?.person ? [session.person] : []), ...(session?.others ?? [])];
  const nameOf = (field: string) => say(`identity:my-data.fields.${field}`, { defaultValue: field });

  function ofCode(field: string, code: string): string {
    if (instantForm.test(code)) return instant(code, language);
    if (field === "language" || field === "locale") return languageName(code, language);
    if (field === "organisation" || field === "company")
      return own.find(({ organisation }) => organisation === code)?.organisationName ?? code;
    if (field === "provider")
      return session?.providers.find(({ provider }) => provider === code)?.name ?? code;
    // What somebody wrote is no key.
    if (!/^[a-z-]+$/.test(code)) return code;
    const key = wordsOf[field] ? `${wordsOf[field]}.${code}` : `identity:my-data.values.${field}.${code}`;
    return say(key, { defaultValue: code });
  }

  function shown(field: string, value: unknown): string {
    if (typeof value === "boolean") return say(value ? "web:form.yes" : "web:form.no");
    if (typeof value === "string") return ofCode(field, value);
    if (field === "scope" && Array.isArray(value)) return ofScope(value as Scope[]);
    if (Array.isArray(value)) return value.map((one) => shown(field, one)).join("; ");
    if (value && typeof value === "object")
      return Object.entries(value)
        .map(([key, one]) => `${nameOf(key)}: ${shown(key, one)}`)
        .join(", ");
    return String(value ?? "");
  }

  const ofScope = (scopes: Scope[]) =>
    Object.entries(levelsIn(scopes))
      .map(([service, level]) =>
        say("identity:tokens.may", {
          service: say(`identity:tokens.services.${service}`),
          level: say(`identity:tokens.levels.${level}`),
        }),
      )
      .join("; ");

  return { nameOf, shown };
}
