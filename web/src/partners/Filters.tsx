import { WithMaps } from "../map/WithMaps.tsx";
import { codesIn, toggled } from "./chosen.ts";
import { Facet } from "./Facet.tsx";
import { type Kind, kinds, type Search } from "./search.ts";
import type { Facets } from "./usePartners.ts";

type Props = {
  search: Search;
  facets: Facets;
  nameOf: (kind: Kind, code: string) => string;
  onChoose: (search: Search) => void;
};

/** The map chooses countries as its list does. */
export function Filters({ search, facets, nameOf, onChoose }: Props) {
  const toggle = (kind: Kind) => (code: string) => onChoose(toggled(search, kind, code));
  return (
    <div className="filters">
      <WithMaps>
        {({ PartnerMap }) => (
          <PartnerMap
            counts={facets.country}
            chosen={codesIn(search, "country")}
            onToggle={toggle("country")}
          />
        )}
      </WithMaps>
      <div className="facets">
        {kinds.map((kind) => (
          <Facet
            key={kind}
            kind={kind}
            counts={facets[kind]}
            chosen={codesIn(search, kind)}
            nameOf={nameOf}
            onToggle={toggle(kind)}
          />
        ))}
      </div>
    </div>
  );
}
