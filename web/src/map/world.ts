import { type ExtendedFeatureCollection, geoEqualEarth, geoPath } from "d3-geo";
import { iso31661NumericToAlpha2 } from "iso-3166";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-110m.json" with { type: "json" };
import placesFile from "./places.json" with { type: "json" };

const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const shapes = feature(topology, topology.objects.countries).features;

/** Where each country is, longitude and latitude: the middle of its largest part. The atlas draws no shape for the smallest. */
const places: { [code: string]: number[] } = placesFile;

/** The atlas numbers countries, but for those that have no number; of these one has a code. */
const codeOf = ({ id, properties }: (typeof shapes)[number]): string | undefined =>
  properties.name === "Kosovo" ? "XK" : iso31661NumericToAlpha2[String(id)];

/** Without Antarctica, where nobody is a partner and a fifth of the drawing would go. */
const land = shapes.map((shape) => ({ shape, code: codeOf(shape) })).filter(({ code }) => code !== "AQ");
const dots = Object.entries(places).flatMap(([code, place]) => (code === "AQ" ? [] : [place]));
const all: ExtendedFeatureCollection = {
  type: "FeatureCollection",
  features: [
    ...land.map(({ shape }) => shape),
    { type: "Feature", properties: {}, geometry: { type: "MultiPoint", coordinates: dots } },
  ],
};

export const drawnCodes = land.flatMap(({ code }) => code ?? []);

export type World = {
  width: number;
  height: number;
  countries: { code: string | undefined; path: string }[];
  /** None of a country that nobody has a place for. */
  placeOf(code: string): { x: number; y: number } | undefined;
  /** Whether it has a shape large enough to be pointed at. */
  isLarge(code: string): boolean;
  /** The shortest way over the globe. */
  wayBetween(from: string, to: string): string | undefined;
};

/** Turned so that the edge runs through the sea between Asia and America, and parts no country. */
const pacific: [number, number] = [-11, 0];
/** Square pixels, below which nobody can point at a shape. */
const smallest = 60;
/** For what is drawn around a place at the edge. */
const margin = 12;

/** The world at this width in pixels, so that lines and letters keep their size. */
export function drawWorld(width: number): World {
  const projection = geoEqualEarth()
    .rotate(pacific)
    .fitWidth(width - 2 * margin, all);
  const [left, top] = projection.translate();
  projection.translate([left + margin, top + margin]);
  const draw = geoPath(projection).digits(1);
  const height = Math.ceil(draw.bounds(all)[1][1] + margin);
  const large = new Set(land.filter(({ shape }) => draw.area(shape) > smallest).map(({ code }) => code));
  const at = (code: string) => places[code] as [number, number] | undefined;
  return {
    width,
    height,
    countries: land.map(({ shape, code }) => ({ code, path: draw(shape) ?? "" })),
    placeOf(code) {
      const place = at(code);
      const [x, y] = (place && projection(place)) ?? [];
      return x === undefined || y === undefined ? undefined : { x, y };
    },
    isLarge: (code) => large.has(code),
    wayBetween(from, to) {
      const ends = [at(from), at(to)].filter((place) => place !== undefined);
      return ends.length === 2 ? (draw({ type: "LineString", coordinates: ends }) ?? undefined) : undefined;
    },
  };
}
