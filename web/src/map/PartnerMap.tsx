import { useState } from "react";
import { useTranslation } from "react-i18next";
import { countryName } from "../app/format.ts";
import { CountryMark } from "./CountryMark.tsx";
import { useArrows } from "./useArrows.ts";
import { WorldMap } from "./WorldMap.tsx";

type Props = {
  counts: { code: string; count: number }[];
  chosen: string[];
  onToggle: (code: string) => void;
};

/** Where partners are. Each country with some can be chosen, by pointing or with the arrow keys; the list of countries is its twin. */
export function PartnerMap({ counts, chosen, onToggle }: Props) {
  const { t, i18n } = useTranslation("partners");
  const [said, setSaid] = useState<string>();
  const saidOf = (code: string, count: number) =>
    t("map.country", { name: countryName(code, i18n.language), count });
  const marks = counts
    .map(({ code, count }) => ({ code, label: saidOf(code, count) }))
    .sort((one, other) => one.label.localeCompare(other.label, i18n.language));
  const arrows = useArrows(marks.map(({ code }) => code));
  return (
    <figure className="map">
      <WorldMap
        role="group"
        aria-label={t("map.label")}
        aria-describedby="map-how"
        onPointerLeave={() => setSaid(undefined)}
      >
        {(world) =>
          marks.map(({ code, label }) => (
            <CountryMark
              key={code}
              world={world}
              code={code}
              label={label}
              isChosen={chosen.includes(code)}
              {...arrows.of(code)}
              onToggle={() => onToggle(code)}
              onSay={() => setSaid(label)}
            />
          ))
        }
      </WorldMap>
      <figcaption className="quiet">
        <span id="map-how">{t("map.how")}</span> <span aria-hidden="true">{said}</span>
      </figcaption>
    </figure>
  );
}
