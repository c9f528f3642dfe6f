import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { countryName, languageName } from "../app/format.ts";
import { Choices } from "../parts/Choices.tsx";
import { same } from "../registration/answers.ts";
import { useShown } from "../registration/useShown.ts";
import { type PagePart, type Pages, pageParts } from "./sides.ts";

type Page = Pages["stays"];
type Props = {
  pages: Pages;
  take: PagePart[];
  onTake: (take: PagePart[]) => void;
};

/** Of both pages: which of the two each part is to be, where they differ. */
export function TakeParts({ pages, take, onTake }: Props) {
  const { t } = useTranslation("review");
  const says = { stays: useSaid(pages.stays), goes: useSaid(pages.goes) };
  const differing = pageParts.filter((part) => !same(partOf(pages.stays, part), partOf(pages.goes, part)));
  if (!differing.length) return <p>{t("mergers.page.same")}</p>;
  const others = (part: PagePart) => take.filter((one) => one !== part);
  return (
    <div className="stack">
      <p>{t("mergers.page.choose")}</p>
      {differing.map((part) => (
        <Choices
          key={part}
          id={`take-${part}`}
          label={t(`mergers.page.parts.${part}`)}
          type="radio"
          options={(["stays", "goes"] as const).map((value) => ({ value, label: says[value](part) }))}
          chosen={[take.includes(part) ? "goes" : "stays"]}
          onChange={([side]) => onTake(side === "goes" ? [...others(part), part] : others(part))}
          onLeave={() => {}}
        />
      ))}
      <div className="actions">
        <Button variant="default" size="sm" onClick={() => onTake([])}>
          {t("mergers.page.all-of.stays")}
        </Button>
        <Button variant="default" size="sm" onClick={() => onTake(differing)}>
          {t("mergers.page.all-of.goes")}
        </Button>
      </div>
    </div>
  );
}

/** What goes together when one of two is chosen. */
function partOf({ name, country, region, ecosystems, summary, language }: Page, part: PagePart) {
  return { name, place: [country, region], ecosystems, summary: [summary, language] }[part];
}

function useSaid({ country, region, ...page }: Page): (part: PagePart) => string {
  const { i18n } = useTranslation();
  const shown = useShown(country);
  const said = {
    name: page.name,
    place: [countryName(country, i18n.language), region && shown("subdivision", region)]
      .filter(Boolean)
      .join(", "),
    ecosystems: shown("ecosystems", page.ecosystems).replaceAll("\n", ", "),
    summary: `${page.summary} (${languageName(page.language, i18n.language)})`,
  };
  return (part) => said[part];
}
