import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Search } from "./search.ts";
import type { ChosenFilter } from "./useChosenFilters.ts";

type Props = { filters: ChosenFilter[]; onChoose: (search: Search) => void };

/** What is chosen, each with the way to take it away, and one for all. */
export function ChosenFilters({ filters, onChoose }: Props) {
  const { t } = useTranslation("partners");
  if (!filters.length) return null;
  return (
    <ul className="chosen-filters" aria-label={t("chosen")}>
      {filters.map(({ name, without }) => (
        <li key={name}>
          <Button variant="default" size="sm" onClick={() => onChoose(without)}>
            {t("take-away", { filter: name })}
          </Button>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <Button variant="default" size="sm" onClick={() => onChoose({})}>
            {t("take-all-away")}
          </Button>
        </li>
      )}
    </ul>
  );
}
