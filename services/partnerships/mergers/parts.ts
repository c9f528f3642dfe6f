import type { Static } from "typebox";
import { Words } from "#shared/contract/schemas.ts";

/** Of a public page: what goes together when one of two pages is chosen for it. */
export const PartWord = () => Words("name", "place", "ecosystems", "summary");
export type PagePart = Static<ReturnType<typeof PartWord>>;

type Page = {
  name: string;
  country: string;
  region?: string;
  ecosystems: string[];
  summary: string;
  language: string;
};

/** The page with these parts of the other one. */
export function withParts<P extends Page>({ region, ...own }: P, other: Page, take: PagePart[]): P {
  const takes = (part: PagePart) => take.includes(part);
  const place = takes("place") ? other.region : region;
  return {
    ...own,
    ...(takes("name") && { name: other.name }),
    ...(takes("place") && { country: other.country }),
    ...(place && { region: place }),
    ...(takes("ecosystems") && { ecosystems: other.ecosystems }),
    ...(takes("summary") && { summary: other.summary, language: other.language }),
  } as P;
}
