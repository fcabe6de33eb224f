import { M_PER_NM } from '../../core/geo/index.ts';
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../../core/time/index.ts';
import { paceLeg } from './pace.ts';
import { layPassage, offset, type Passage } from './passage.ts';
import type { Leg, Place, PlanRow, Stay } from './plan.ts';
import type { Random } from './random.ts';

/** Navigational status of ITU-R M.1371 messages 1 to 3: under way using engine, at anchor, moored. */
const STATUS = { 'under way': 0, anchored: 1, moored: 5 } as const;

/** Share of reports that no receiver took. */
const MISSED_SHARE = 0.05;
/** Time between reports varies by this share to either side. */
const JITTER_SHARE = 0.35;
/** A ship that leaves a berth or comes to one turns often, and is heard often: so long, and every so often. */
const BERTH_MS = 1.25 * HOUR_MS;
const BERTH_EVERY_MS = 2 * MINUTE_MS;
/** Deviation of a position fix, metres to each side. */
const FIX_NOISE_M = 5;
/** Radius on which a ship swings about its anchor, metres. */
const SWING_M = 210;
/** The wind turns and comes back about so often. */
const SWING_PERIOD_MS = 13 * HOUR_MS;
/** A ship settles to its anchor, and gets clear of it, over this time. */
const SETTLE_MS = HOUR_MS;
/** Wind and current turn the heading off the course by up to so much. */
const CRAB_DEG = 3;
/** No report in the last moments of a row, so that the fix noise of two rows' reports never looks like speed. */
const QUIET_END_MS = 2 * MINUTE_MS;

/** One reconstructed report. NaN where there is nothing to say. */
export interface Report {
  readonly t: Instant;
  readonly lon: number;
  readonly lat: number;
  /** Knots. */
  readonly sog: number;
  /** Degrees true; NaN at rest, where a ship has no course over the ground. */
  readonly cog: number;
  readonly heading: number;
  readonly status: number;
}

/** What a row of the plan comes to: its reports, and for a leg the line that they lie on. */
export interface Played {
  readonly reports: readonly Report[];
  readonly passage: Passage | null;
}

/** Makes the reports of one row of the plan. A silence makes none. */
export function playRow(row: PlanRow, random: Random): Played {
  switch (row.kind) {
    case 'silent':
      return { reports: [], passage: null };
    case 'moored':
      return { reports: reportMoored(row, random), passage: null };
    case 'anchored':
      return { reports: reportAnchored(row, random), passage: null };
    case 'under way':
      return sail(row, random);
  }
}

function reportMoored(stay: Stay, random: Random): Report[] {
  const headingDeg = random.between(0, 360);
  return instants(stay, random).map(t => ({
    t,
    ...scatter(stay.place.lon, stay.place.lat, random),
    sog: 0,
    cog: Number.NaN,
    heading: headingDeg + 0.4 * random.normal(),
    status: STATUS.moored,
  }));
}

function reportAnchored(stay: Stay, random: Random): Report[] {
  const windDeg = random.between(0, 360);
  const swing = random.wave(SWING_PERIOD_MS);
  return instants(stay, random).map(t => {
    const headingDeg = windDeg + 70 * swing(t - stay.from);
    const settled = Math.min(1, (t - stay.from) / SETTLE_MS, (stay.to - t) / SETTLE_MS);
    const [lon, lat] = offset(stay.place.lon, stay.place.lat, headingDeg + 180, SWING_M * settled);
    return {
      t,
      ...scatter(lon, lat, random),
      sog: Math.abs(0.08 * random.normal()),
      cog: Number.NaN,
      heading: headingDeg + random.normal(),
      status: STATUS.anchored,
    };
  });
}

function sail(leg: Leg, random: Random): Played {
  const passage = layPassage(leg.places, random);
  const pace = paceLeg({
    lengthNm: passage.lengthM / M_PER_NM,
    durationMs: leg.to - leg.from,
    slowStart: isStop(leg.places[0]!),
    slowEnd: isStop(leg.places.at(-1)!),
    wave: random.wave(5 * HOUR_MS),
  });
  const crab = random.wave(9 * HOUR_MS);
  const reports = instants(leg, random).map(t => {
    const sailedMs = t - leg.from;
    const place = passage.at(pace.sailedNm(sailedMs) * M_PER_NM);
    return {
      t,
      ...scatter(place.lon, place.lat, random),
      sog: Math.max(0, pace.speedKn(sailedMs) + 0.08 * random.normal()),
      cog: place.courseDeg + 0.7 * random.normal(),
      heading: place.courseDeg + CRAB_DEG * crab(sailedMs),
      status: STATUS['under way'],
    };
  });
  return { reports, passage };
}

function isStop(place: Place): boolean {
  return place.kind === 'berth' || place.kind === 'anchorage';
}

/** Instants of reception within a row, whole seconds; the row's first seconds are always heard. */
function instants(row: Stay | Leg, random: Random): Instant[] {
  const heard: Instant[] = [];
  let t = row.from + random.between(0, MINUTE_MS);
  while (t < row.to - QUIET_END_MS) {
    if (heard.length === 0 || random.between(0, 1) >= MISSED_SHARE) {
      heard.push(Math.floor(t / SECOND_MS) * SECOND_MS);
    }
    const everyMs = isByBerth(row, t) ? BERTH_EVERY_MS : row.everyMin * MINUTE_MS;
    t += everyMs * random.between(1 - JITTER_SHARE, 1 + JITTER_SHARE);
  }
  return heard;
}

function isByBerth(row: Stay | Leg, t: Instant): boolean {
  if (row.kind !== 'under way') return false;
  const leaves = row.places[0]!.kind === 'berth' && t < row.from + BERTH_MS;
  const arrives = row.places.at(-1)!.kind === 'berth' && t > row.to - BERTH_MS;
  return leaves || arrives;
}

function scatter(lon: number, lat: number, random: Random): { readonly lon: number; readonly lat: number } {
  const [eastLon, sameLat] = offset(lon, lat, 90, FIX_NOISE_M * random.normal());
  const [lonNoisy, latNoisy] = offset(eastLon, sameLat, 0, FIX_NOISE_M * random.normal());
  return { lon: lonNoisy, lat: latNoisy };
}
