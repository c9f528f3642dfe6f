import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../app/format.ts";
import type { Kind } from "./search.ts";

type Props = {
  kind: Kind;
  counts: { code: string; count: number }[];
  chosen: string[];
  nameOf: (kind: Kind, code: string) => string;
  onToggle: (code: string) => void;
};

const few = 8;

/** What can be chosen of one kind, the commonest first, each with how many partners it would bring. */
export function Facet({ kind, counts, chosen, nameOf, onToggle }: Props) {
  const { t, i18n } = useTranslation("partners");
  const [all, setAll] = useState(false);
  // One more would only take the place of the button.
  const shown =
    all || counts.length <= few + 1
      ? counts
      : counts.filter(({ code }, n) => n < few || chosen.includes(code));
  if (!counts.length) return null;
  return (
    <fieldset className="facet">
      <legend>{t(`facets.${kind}`)}</legend>
      {shown.map(({ code, count }) => (
        <label key={code} className="facet-choice">
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={() => onToggle(code)}
            aria-label={t("with-count", { name: nameOf(kind, code), count })}
          />
          <span>{nameOf(kind, code)}</span>
          <span className="mono quiet">{number(count, i18n.language)}</span>
        </label>
      ))}
      {counts.length > few + 1 && (
        <Button variant="default" size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("show-fewer") : t("show-all", { all: counts.length })}
        </Button>
      )}
    </fieldset>
  );
}
