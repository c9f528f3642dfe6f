import { useElementSize } from "@mantine/hooks";
import { type ReactNode, type SVGAttributes, useMemo } from "react";
import { drawWorld, type World } from "./world.ts";
import "./map.css";

type Props = Omit<SVGAttributes<SVGSVGElement>, "children"> & { children: (world: World) => ReactNode };

/** The countries of the world as wide as there is room for, and what lies on them. */
export function WorldMap({ children, ...svg }: Props) {
  const { ref, width } = useElementSize();
  const world = useMemo(() => (width > 0 ? drawWorld(Math.round(width)) : undefined), [width]);
  return (
    <div ref={ref}>
      {world && (
        // biome-ignore lint/a11y/noSvgWithoutTitle: whoever draws on it says what it is, by aria-label.
        <svg className="map-world" width={world.width} height={world.height} {...svg}>
          <g>
            {world.countries.map(({ path }, n) => (
              // Some have no code.
              // biome-ignore lint/suspicious/noArrayIndexKey: the atlas keeps its order.
              <path key={n} className="map-land" d={path} />
            ))}
          </g>
          {children(world)}
        </svg>
      )}
    </div>
  );
}
