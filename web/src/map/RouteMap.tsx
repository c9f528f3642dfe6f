import { useTranslation } from "react-i18next";
import { countryName } from "../app/format.ts";
import type { Mission } from "../parts/MissionRow.tsx";
import { withLabels } from "./labels.ts";
import { WorldMap } from "./WorldMap.tsx";
import type { World } from "./world.ts";

/** From where each of these missions goes, and where it stops. The list of missions beside it says the same. */
export function RouteMap({ missions }: { missions: Mission[] }) {
  const { t, i18n } = useTranslation(["web", "home", "missions"]);
  const name = (code: string) => countryName(code, i18n.language);
  const routes = missions.map(({ from, legs }) => [
    ...new Set([from, ...legs.map(({ country }) => country)]),
  ]);
  const told = routes.map(([from = "", ...to]) =>
    t("missions:route", { from: name(from), to: to.map(name) }),
  );
  return (
    <WorldMap role="img" aria-label={t("home:map", { routes: [...new Set(told)].join("; ") })}>
      {(world) => (
        <>
          {waysOf(routes, world).map(([way, path]) => (
            <path key={way} className="map-arc" d={path} />
          ))}
          {stopsOf(routes, world).map(({ code, x, y, label }) => (
            <g key={code}>
              <circle className="map-stop" cx={x} cy={y} r="3.5" />
              {label && (
                <text className="map-code mono" x={label.x} y={label.y}>
                  {code}
                </text>
              )}
            </g>
          ))}
        </>
      )}
    </WorldMap>
  );
}

/** Two missions may go the same way. */
function waysOf(routes: string[][], world: World): [string, string][] {
  const legs = routes.flatMap((stops) => stops.slice(1).map((to, n) => [stops[n]!, to] as const));
  const ways = new Map(legs.map(([from, to]) => [`${from} ${to}`, world.wayBetween(from, to)]));
  return [...ways].flatMap(([way, path]): [string, string][] => (path ? [[way, path]] : []));
}

const stopsOf = (routes: string[][], world: World) =>
  withLabels(
    [...new Set(routes.flat())].flatMap((code) => {
      const place = world.placeOf(code);
      return place ? [{ code, ...place }] : [];
    }),
    world.width,
  );
