type Point = { x: number; y: number };

/** What two letters take, in pixels. */
const size = { width: 19, height: 13 };
/** Between a point and its label. */
const gap = 6;

/** Where a label begins and its letters stand, by the side of its point: the first that is free is taken. */
const sides: ((of: Point) => Point)[] = [
  ({ x, y }) => ({ x: x + gap, y: y + 4 }),
  ({ x, y }) => ({ x: x - gap - size.width, y: y + 4 }),
  ({ x, y }) => ({ x: x - size.width / 2, y: y - gap }),
  ({ x, y }) => ({ x: x - size.width / 2, y: y + gap + size.height - 2 }),
];

const overlap = (one: Point, other: Point): boolean =>
  Math.abs(one.x - other.x) < size.width && Math.abs(one.y - other.y) < size.height;

/** Whether the point is within the label. */
const covers = (label: Point, { x, y }: Point): boolean =>
  x > label.x - 3 && x < label.x + size.width + 3 && y > label.y - size.height && y < label.y + 3;

/** Each with its label, where one does not lie on another or on another's point; else without. */
export function withLabels<P extends Point>(points: P[], width: number): (P & { label?: Point })[] {
  const taken: Point[] = [];
  return points.map((point) => {
    const isFree = (label: Point) =>
      label.x >= 0 &&
      label.x + size.width <= width &&
      !taken.some((one) => overlap(one, label)) &&
      !points.some((other) => other !== point && covers(label, other));
    const label = sides.map((side) => side(point)).find(isFree);
    if (!label) return point;
    taken.push(label);
    return { ...point, label };
  });
}
