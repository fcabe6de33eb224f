import type { LonLat } from '../../src/core/geo/index.ts';
import type { Scene, ScenePort, SceneSilence, SceneVessel, Tracks } from '../../src/map/scene.ts';

/** Data made up for looking at the map. Ships, ports and places are real, the tracks are not. */

const HOUR_MS = 3_600_000;

interface Leg {
  readonly from: string;
  readonly hours: number;
  readonly status: number;
  readonly points: readonly LonLat[];
}

const SHIPS: readonly { readonly vessel: SceneVessel; readonly legs: readonly Leg[] }[] = [
  {
    vessel: { name: 'LADY R', hue: 0, reconstructed: true },
    legs: [
      {
        from: '2024-03-09T15:00:00Z',
        hours: 3.2022,
        status: 0,
        points: [
          [131.885, 43.1],
          [131.96, 43.06],
          [131.99, 42.98],
          [131.98, 42.87],
          [131.95, 42.715],
        ],
      },
      {
        from: '2024-03-12T17:06:50Z',
        hours: 9,
        status: 0,
        points: [
          [132.915, 42.298],
          [132.97, 42.4],
          [132.985, 42.52],
          [132.96, 42.62],
          [133.03, 42.735],
        ],
      },
      {
        from: '2024-03-14T02:00:00Z',
        hours: 12,
        status: 0,
        points: [
          [133.03, 42.735],
          [132.95, 42.58],
          [132.7, 42.53],
          [132.3, 42.62],
          [132.06, 42.8],
          [131.99, 43.02],
          [131.885, 43.1],
        ],
      },
    ],
  },
  {
    vessel: { name: 'ANGARA', hue: 1, reconstructed: true },
    legs: [
      {
        from: '2024-03-11T20:00:00Z',
        hours: 30,
        status: 0,
        points: [
          [131.4, 41.2],
          [131.9, 41.9],
          [132.2, 42.4],
          [132.34, 42.84],
        ],
      },
    ],
  },
  {
    vessel: { name: 'MAIA-1', hue: 2, reconstructed: true },
    legs: [
      {
        from: '2024-03-10T00:00:00Z',
        hours: 90,
        status: 1,
        points: [
          [132.07, 43.125],
          [132.0701, 43.1251],
        ],
      },
    ],
  },
  {
    vessel: { name: 'MARIA', hue: 3, reconstructed: true },
    legs: [
      {
        from: '2024-03-10T00:00:00Z',
        hours: 90,
        status: 1,
        points: [
          [132.12, 43.155],
          [132.1199, 43.1551],
        ],
      },
    ],
  },
];

const port = (
  id: string,
  name: string,
  country: string,
  lon: number,
  lat: number,
  radiusM = 3000,
  extra: Partial<ScenePort> = {},
): ScenePort => ({
  id,
  name,
  code: id.slice(2),
  country,
  lon,
  lat,
  radiusM,
  approximate: false,
  seen: false,
  ...extra,
});

const PORTS: readonly ScenePort[] = [
  port('KPRJN', 'Rajin', 'KP', 130.3, 42.2333, 3000, { seen: true }),
  port('KPSNB', 'Sonbong', 'KP', 130.4, 42.3333),
  port('KPCHO', 'Chongjin', 'KP', 129.8167, 41.7667),
  port('KPSON', 'Kimchaek', 'KP', 129.2, 40.6667),
  port('KPHGM', 'Hungnam', 'KP', 127.6167, 39.8333),
  port('KPWON', 'Wonsan', 'KP', 127.45, 39.1667),
  port('KPNAM', 'Nampo', 'KP', 125.4, 38.7167),
  port('RUVVO', 'Vladivostok', 'RU', 131.8883, 43.1089),
  port('RUDUN', 'Dunai', 'RU', 132.34, 42.88, 6000, { approximate: true }),
  port('RUNJK', 'Nakhodka', 'RU', 132.8833, 42.8),
  port('RUVYP', 'Vostochny', 'RU', 133.0, 42.765, 6000),
  port('RUSKA', 'Slavyanka', 'RU', 131.3833, 42.8667),
  port('RUZAR', 'Zarubino', 'RU', 131.0833, 42.6333),
  port('RUPSE', 'Posyet', 'RU', 130.8, 42.65),
  port('RUVNN', 'Vanino', 'RU', 140.2833, 49.0833),
  port('KRPUS', 'Busan', 'KR', 129.05, 35.1),
  port('KRUSN', 'Ulsan', 'KR', 129.39, 35.5),
  port('KRKPO', 'Pohang', 'KR', 129.4, 36.03),
  port('KRTGH', 'Donghae', 'KR', 129.13, 37.49),
  port('JPKIJ', 'Niigata', 'JP', 139.06, 37.95),
  port('JPMAI', 'Maizuru', 'JP', 135.37, 35.47),
  port('JPHKT', 'Hakata', 'JP', 130.39, 33.61),
  port('CNDLC', 'Dalian', 'CN', 121.65, 38.93),
  port('CNZJG', 'Zhangjiagang', 'CN', 120.4, 31.97),
];

function densify(leg: Leg, stepMinutes: number): readonly { readonly t: number; readonly at: LonLat }[] {
  const count = Math.max(2, Math.round((leg.hours * 60) / stepMinutes));
  const startMs = Date.parse(leg.from);
  return Array.from({ length: count + 1 }, (_, i) => {
    const along = (i / count) * (leg.points.length - 1);
    const k = Math.min(leg.points.length - 2, Math.floor(along));
    return { t: startMs + (i / count) * leg.hours * HOUR_MS, at: smooth(leg.points, k, along - k) };
  });
}

/** Catmull-Rom, so that the made-up way has no corners. */
function smooth(points: readonly LonLat[], k: number, share: number): LonLat {
  const at = (i: number): LonLat => points[Math.max(0, Math.min(points.length - 1, i))]!;
  const mix = (axis: 0 | 1): number => {
    const [p0, p1, p2, p3] = [at(k - 1)[axis], at(k)[axis], at(k + 1)[axis], at(k + 2)[axis]];
    const a = 2 * p1;
    const b = p2 - p0;
    const c = 2 * p0 - 5 * p1 + 4 * p2 - p3;
    const d = -p0 + 3 * p1 - 3 * p2 + p3;
    return (a + b * share + c * share ** 2 + d * share ** 3) / 2;
  };
  return [mix(0), mix(1)];
}

/** The scene of the pictures that the map is built towards. */
export function madeUpScene(): Scene {
  const rows = SHIPS.map(({ legs }) =>
    legs.flatMap(leg => densify(leg, 6).map((fix, i) => ({ ...fix, status: leg.status, isFirst: i === 0 }))),
  );
  const all = rows.flat();
  const starts = Uint32Array.from([0, ...rows.map((_, i) => rows.slice(0, i + 1).flat().length)]);
  const tracks: Tracks = {
    t: Float64Array.from(all, row => row.t),
    lon: Float64Array.from(all, row => row.at[0]),
    lat: Float64Array.from(all, row => row.at[1]),
    sogKn: Float32Array.from(all, (row, i) => (row.status === 1 ? 0 : 9 + 5 * Math.sin(i / 9))),
    cogDeg: new Float32Array(all.length).fill(Number.NaN),
    headingDeg: Float32Array.from(all, row => (row.status === 1 ? (row.at[0] * 900) % 360 : Number.NaN)),
    status: Uint8Array.from(all, row => row.status),
    breakBefore: Uint8Array.from(all, row => Number(row.isFirst)),
    starts,
  };
  return { ports: PORTS, vessels: SHIPS.map(({ vessel }) => vessel), tracks, silences: silencesOf(rows) };
}

function silencesOf(
  rows: readonly (readonly { readonly t: number; readonly at: LonLat; readonly isFirst: boolean }[])[],
): readonly SceneSilence[] {
  return rows.flatMap((ship, vessel) =>
    ship.flatMap((row, i) => {
      const before = ship[i - 1];
      if (!before || !row.isFirst || row.t - before.t < 6 * HOUR_MS) return [];
      return [{ id: `S${vessel}-${i}`, vessel, fromMs: before.t, toMs: row.t, a: before.at, b: row.at }];
    }),
  );
}

/** Many ships on straight ways over the Pacific and across 180 degrees, for looking at large scenes. */
export function crowd(ships: number, rowsEach: number): Scene {
  const length = ships * rowsEach;
  const startMs = Date.parse('2024-03-08T00:00:00Z');
  const stepMs = (8 * 24 * HOUR_MS) / rowsEach;
  const shipOf = (i: number): number => Math.floor(i / rowsEach);
  const share = (i: number): number => (i % rowsEach) / rowsEach;
  const spread = (ship: number, salt: number): number => Math.abs(Math.sin((ship + 1) * salt) * 1000) % 1;
  const fill = (value: number): Float32Array => new Float32Array(length).fill(value);
  return {
    ports: PORTS,
    vessels: Array.from({ length: ships }, (_, i) => ({
      name: `SHIP ${i}`,
      hue: i % 4,
      reconstructed: false,
    })),
    silences: [],
    tracks: {
      t: Float64Array.from(
        { length },
        (_, i) => startMs + (i % rowsEach) * stepMs + spread(shipOf(i), 3.3) * stepMs,
      ),
      lon: Float64Array.from({ length }, (_, i) => {
        const lon = 120 + spread(shipOf(i), 12.9) * 100 + (spread(shipOf(i), 4.1) - 0.5) * 40 * share(i);
        return lon >= 180 ? lon - 360 : lon;
      }),
      lat: Float64Array.from(
        { length },
        (_, i) =>
          spread(shipOf(i), 7.7) * 60 +
          (spread(shipOf(i), 9.2) - 0.5) * 30 * share(i) +
          Math.sin(i / 40) * 0.2,
      ),
      sogKn: fill(12),
      cogDeg: fill(Number.NaN),
      headingDeg: fill(Number.NaN),
      status: new Uint8Array(length),
      breakBefore: new Uint8Array(length),
      starts: Uint32Array.from({ length: ships + 1 }, (_, i) => i * rowsEach),
    },
  };
}
