import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useWords } from "../app/words.ts";
import { useHeldWords } from "./useHeldWords.ts";

type AllHeld = Out<"GET /people/:person/export">["held"];

/** By which the portal finds things again: they say nothing to a reader, who finds them in the file. */
const ids = ["subject", "person", "by", "order"];

/** By which somebody ends a session; to read it is no name. */
const isId = (where: string, field: string) =>
  ids.includes(field) || (where === "identity.sessions" && field === "name");

/** What is kept, collection by collection; nothing of one of which nothing can be shown. */
export function Held({ held }: { held: AllHeld }) {
  const { say } = useWords();
  const parts = held
    .map(({ in: where, content }) => ({
      where,
      pairs: Object.entries(content).filter(([field]) => !isId(where, field)),
    }))
    .filter(({ pairs }) => pairs.length > 0);
  return parts.map(({ where, pairs }, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they have no name of their own, and never change places.
    <section key={n}>
      <h3>{say(titlesOf(where), { defaultValue: where })}</h3>
      <dl className="facts">
        {pairs.map(([field, value]) => (
          <Pair key={field} field={field} value={value} />
        ))}
      </dl>
    </section>
  ));
}

/** Of a document also by its kind. */
function titlesOf(where: string): string[] {
  const [collection = "", ...kind] = where.replace(".", "-").split(": ");
  return [[collection, ...kind].join("-"), collection].map((name) => `identity:my-data.kept.${name}`);
}

function Pair({ field, value }: { field: string; value: unknown }) {
  const { i18n } = useTranslation();
  const { nameOf, shown } = useHeldWords(i18n.language);
  return (
    <>
      <dt>{nameOf(field)}</dt>
      <dd className="as-written" dir="auto">
        {shown(field, value)}
      </dd>
    </>
  );
}
