import { Button } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ask } from "../app/queries.ts";
import { askedBy, chosenIn } from "./chosen.ts";
import type { Search } from "./search.ts";
import type { ChosenFilter } from "./useChosenFilters.ts";

type Props = { filters: ChosenFilter[]; onChoose: (search: Search) => void };

/** Nothing meets all that is chosen: what there would be without each of it. */
export function NoneFound({ filters, onChoose }: Props) {
  const { t } = useTranslation("partners");
  const others = filters.filter(({ without }) => chosenIn(without) > 0);
  const answers = useQueries({
    queries: others.map(({ without }) => ask("GET /partners", { ...askedBy(without), limit: 1 })),
  });
  const found = others.flatMap((filter, n) => {
    const count = answers[n]?.data?.total ?? 0;
    return count > 0 ? [{ ...filter, count }] : [];
  });
  const helpsNothing = others.length > 0 && !found.length && answers.every(({ isSuccess }) => isSuccess);
  return (
    <div className="stack">
      {found.map(({ name, without, count }) => (
        <Button key={name} variant="default" onClick={() => onChoose(without)}>
          {t("without", { filter: name, count })}
        </Button>
      ))}
      {helpsNothing && <p className="quiet">{t("nothing-alone")}</p>}
    </div>
  );
}
