/** Longitude and latitude in degrees. */
export type Point = readonly [lon: number, lat: number];
/** Closed line whose first point is not repeated at its end. */
export type Ring = readonly Point[];
/** Outer ring, then holes. */
export type Polygon = readonly Ring[];

/** A box in degrees that does not cross the antimeridian. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A stretch of a meridian or parallel, from `start` to `end` degrees along it. */
export type Interval = readonly [start: number, end: number];

type Axis = 0 | 1;

/**
 * Takes the jumps of 360 degrees out of a ring, so that longitudes run on past 180; its middle comes to lie in
 * [-180, 180). A ring around the pole (Antarctica) is closed along the parallel of 90 degrees.
 */
export function unwrapRing(ring: Ring): Ring {
  const points = withoutJumps(ring);
  const first = points[0]!;
  const last = points.at(-1)!;
  if (Math.abs(last[0] - first[0]) >= 180) {
    const pole = last[1] < 0 ? -90 : 90;
    const full = first[0] + Math.sign(last[0] - first[0]) * 360;
    points.push([full, first[1]], [full, pole], [first[0], pole]);
  }
  const { west, east } = boundsOf(points);
  const shiftDeg = 360 * Math.floor(((west + east) / 2 + 180) / 360);
  return shiftDeg === 0 ? points : points.map(([lon, lat]): Point => [lon - shiftDeg, lat]);
}

function withoutJumps(ring: Ring): Point[] {
  const points: Point[] = [];
  let shiftDeg = 0;
  let before: number | null = null;
  for (const [lon, lat] of ring) {
    if (before !== null && lon - before > 180) shiftDeg -= 360;
    if (before !== null && lon - before < -180) shiftDeg += 360;
    before = lon;
    points.push([lon + shiftDeg, lat]);
  }
  return points;
}

/**
 * Part of a ring on one side of a meridian (axis 0) or parallel (axis 1), by Sutherland and Hodgman. Parts that
 * fall apart stay joined by edges on the cut itself, which fill correctly and are never stroked.
 */
function clipRing(ring: Ring, axis: Axis, cut: number, keepAbove: boolean): Ring {
  const inside = (point: Point): boolean => (keepAbove ? point[axis] >= cut : point[axis] <= cut);
  const kept: Point[] = [];
  for (let i = 0; i < ring.length; i++) {
    const from = ring[i]!;
    const to = ring[(i + 1) % ring.length]!;
    if (inside(from)) kept.push(from);
    if (inside(from) !== inside(to)) kept.push(crossing(from, to, axis, cut));
  }
  return kept;
}

function crossing(from: Point, to: Point, axis: Axis, cut: number): Point {
  const other = axis === 0 ? 1 : 0;
  const share = (cut - from[axis]) / (to[axis] - from[axis]);
  const along = from[other] + (to[other] - from[other]) * share;
  return axis === 0 ? [cut, along] : [along, cut];
}

/** The parts of polygons that lie in a box; a side may be infinite. */
export function clipPolygons(polygons: readonly Polygon[], box: Bounds): readonly Polygon[] {
  const clipped: Polygon[] = [];
  for (const polygon of polygons) {
    const rings = polygon.map(ring => clipToBox(ring, box)).filter(ring => ring.length >= 3);
    if (rings.length > 0) clipped.push(rings);
  }
  return clipped;
}

function clipToBox(ring: Ring, box: Bounds): Ring {
  const bounds = boundsOf(ring);
  if (
    bounds.west > box.east ||
    bounds.east < box.west ||
    bounds.south > box.north ||
    bounds.north < box.south
  )
    return [];
  let kept = ring;
  if (bounds.west < box.west) kept = clipRing(kept, 0, box.west, true);
  if (bounds.east > box.east) kept = clipRing(kept, 0, box.east, false);
  if (bounds.south < box.south) kept = clipRing(kept, 1, box.south, true);
  if (bounds.north > box.north) kept = clipRing(kept, 1, box.north, false);
  return kept;
}

function boundsOf(ring: Ring): Bounds {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [lon, lat] of ring) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { west, south, east, north };
}

/** The four parts of `outer` around `hole`: west, east, south of it, north of it. */
export function around(outer: Bounds, hole: Bounds): readonly [Bounds, Bounds, Bounds, Bounds] {
  return [
    { ...outer, east: hole.west },
    { ...outer, west: hole.east },
    { west: hole.west, east: hole.east, south: outer.south, north: hole.south },
    { west: hole.west, east: hole.east, south: hole.north, north: outer.north },
  ];
}

/**
 * Joins lines end to end where the end of one is the start of another, into open chains and closed rings (whose
 * last point repeats the first). Throws if two lines start at one point, since then the way on is not known.
 */
export function chainLines(lines: readonly (readonly Point[])[]): readonly (readonly Point[])[] {
  const byStart = new Map(lines.map(line => [line[0]!.join(), line] as const));
  if (byStart.size < lines.length)
    throw new Error(`${lines.length - byStart.size} lines share their start with another`);
  const ends = new Set(lines.map(line => line.at(-1)!.join()));
  const openFirst = [...lines].sort(
    (a, b) => Number(ends.has(a[0]!.join())) - Number(ends.has(b[0]!.join())),
  );
  const chains: (readonly Point[])[] = [];
  for (const line of openFirst) {
    const chain: Point[] = [line[0]!];
    for (let next = byStart.get(line[0]!.join()); next; next = byStart.get(chain.at(-1)!.join())) {
      byStart.delete(next[0]!.join());
      chain.push(...next.slice(1));
    }
    if (chain.length > 1) chains.push(chain);
  }
  return chains;
}

/**
 * Land in a box from its coastlines, which have land on their left: closed lines are islands, an open one runs
 * from edge to edge and is closed along the edge, counterclockwise.
 * Throws if an open line does not start and end on the edge of the box.
 */
export function landFromCoast(lines: readonly (readonly Point[])[], box: Bounds): readonly Polygon[] {
  const polygons: Polygon[] = [];
  for (const line of chainLines(lines)) {
    const isClosed = line[0]!.join() === line.at(-1)!.join();
    polygons.push([isClosed ? line.slice(0, -1) : [...line, ...cornersBetween(line.at(-1)!, line[0]!, box)]]);
  }
  return polygons;
}

/** Corners of the box passed on the way counterclockwise along its edge from one point of it to another. */
function cornersBetween(from: Point, to: Point, box: Bounds): readonly Point[] {
  const corners: readonly Point[] = [
    [box.east, box.south],
    [box.east, box.north],
    [box.west, box.north],
    [box.west, box.south],
  ];
  const start = edgePosition(from, box);
  const length = (edgePosition(to, box) - start + 4) % 4;
  const passed = corners
    .map((corner, i) => ({ corner, ahead: (i + 1 - start + 4) % 4 }))
    .filter(({ ahead }) => ahead > 0 && ahead < length);
  return passed.sort((a, b) => a.ahead - b.ahead).map(({ corner }) => corner);
}

/** Place on the edge of a box, counterclockwise from its south-west corner: 0 to 1 south, 1 to 2 east, and so on. */
function edgePosition([lon, lat]: Point, box: Bounds): number {
  const alongLon = (lon - box.west) / (box.east - box.west);
  const alongLat = (lat - box.south) / (box.north - box.south);
  if (lat === box.south) return alongLon;
  if (lon === box.east) return 1 + alongLat;
  if (lat === box.north) return 3 - alongLon;
  if (lon === box.west) return 4 - alongLat;
  throw new Error(`the coast ends at ${lon},${lat}, which is not on the edge of its box`);
}

/**
 * Lines along the edge of `box` where one side of the edge is land and the other water. They close the coast
 * where two sources of different detail meet.
 */
export function seamLines(
  inner: readonly Polygon[],
  outer: readonly (readonly Polygon[])[],
  box: Bounds,
): readonly (readonly Point[])[] {
  const edges = [
    { axis: 0, cut: box.west, from: box.south, to: box.north },
    { axis: 0, cut: box.east, from: box.south, to: box.north },
    { axis: 1, cut: box.south, from: box.west, to: box.east },
    { axis: 1, cut: box.north, from: box.west, to: box.east },
  ] as const;
  return edges.flatMap(({ axis, cut, from, to }, side) => {
    const spans = [...spansOnCut(inner, axis, cut), ...spansOnCut(outer[side]!, axis, cut)];
    const bare = oddIntervals(spans).map(
      ([start, end]): Interval => [Math.max(start, from), Math.min(end, to)],
    );
    return bare
      .filter(([start, end]) => end > start)
      .map(([start, end]): readonly Point[] =>
        axis === 0
          ? [
              [cut, start],
              [cut, end],
            ]
          : [
              [start, cut],
              [end, cut],
            ],
      );
  });
}

function spansOnCut(polygons: readonly Polygon[], axis: Axis, cut: number): readonly Interval[] {
  const other = axis === 0 ? 1 : 0;
  const spans: Interval[] = [];
  for (const ring of polygons.flat()) {
    for (let i = 0; i < ring.length; i++) {
      const from = ring[i]!;
      const to = ring[(i + 1) % ring.length]!;
      if (from[axis] === cut && to[axis] === cut) spans.push([from[other], to[other]]);
    }
  }
  return spans;
}

/** Stretches that lie in an odd number of the intervals; each interval may run either way. */
export function oddIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const ends = intervals.flat().sort((a, b) => a - b);
  const odd: Interval[] = [];
  for (let i = 0; i + 1 < ends.length; i += 2) {
    if (ends[i + 1]! > ends[i]!) odd.push([ends[i]!, ends[i + 1]!]);
  }
  return odd;
}
