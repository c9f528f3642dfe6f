import { PartnerMap } from "./PartnerMap.tsx";
import { RouteMap } from "./RouteMap.tsx";

/** What is fetched together once a page wants one of them: nearly all of it is the world, which both draw on. */
export const maps = { PartnerMap, RouteMap };
export type Maps = typeof maps;
