import { type ReactNode, useEffect, useState } from "react";
import type { Maps } from "./maps.ts";

/** Room for a map, which its page can do without: fetched when all else has been painted, and left out where it is not to be had. */
export function WithMaps({ children }: { children: (maps: Maps) => ReactNode }) {
  const [maps, setMaps] = useState<Maps>();
  useEffect(() => {
    const load = () => import("./maps.ts").then((loaded) => setMaps(loaded.maps));
    const soon = setTimeout(() => load().catch(() => {}));
    return () => clearTimeout(soon);
  }, []);
  return <div className="map-room">{maps && children(maps)}</div>;
}
