import type { KeyboardEvent } from "react";
import type { World } from "./world.ts";

type Props = {
  world: World;
  code: string;
  label: string;
  isChosen: boolean;
  tabIndex: 0 | -1;
  onArrow: (event: KeyboardEvent<SVGGElement>) => void;
  onToggle: () => void;
  onSay: () => void;
};

/** A country that can be chosen: its shape, and a dot where that is too small to be pointed at. */
export function CountryMark({ world, code, label, isChosen, tabIndex, onArrow, onToggle, onSay }: Props) {
  const place = world.placeOf(code);
  if (!place) return null;
  function onKeyDown(event: KeyboardEvent<SVGGElement>) {
    if (event.key !== " " && event.key !== "Enter") return onArrow(event);
    event.preventDefault();
    onToggle();
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing holds no input.
    <g
      role="checkbox"
      aria-checked={isChosen}
      aria-label={label}
      data-code={code}
      className="map-country"
      tabIndex={tabIndex}
      onClick={onToggle}
      onKeyDown={onKeyDown}
      onFocus={onSay}
      onPointerEnter={onSay}
    >
      <title>{label}</title>
      {world.countries
        .filter((one) => one.code === code)
        .map(({ path }) => (
          <path key={code} d={path} />
        ))}
      {!world.isLarge(code) && (
        <>
          <circle className="map-reach" cx={place.x} cy={place.y} r="12" />
          <circle cx={place.x} cy={place.y} r="4.5" />
        </>
      )}
    </g>
  );
}
