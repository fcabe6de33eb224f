import type { DarkCall, Fix, Silence } from '../core/events/index.ts';
import { type Finding, sightingDays } from '../core/findings/index.ts';
import { distanceM, type LonLat, M_PER_NM } from '../core/geo/index.ts';
import { formatDuration, formatUtc, type Instant } from '../core/time/index.ts';
import { vesselLabel } from '../core/vessel/index.ts';
import {
  circleAround,
  type PencilLine,
  type Reach,
  reachPolygon,
  type Scene,
  type ScenePort,
  type SceneSilence,
  type Tracks,
} from '../map/index.ts';
import type { CaseData } from '../state/case-data.ts';

/** All that the chart draws of a case. */
export function sceneOf(data: CaseData): Scene {
  return {
    ports: portsOf(data),
    vessels: data.vessels.map(vessel => ({
      name: vesselLabel(vessel),
      hue: data.hues[vessel.index]!,
      reconstructed: vessel.reconstructed,
    })),
    tracks: tracksOf(data),
    silences: data.analysis.silences.flatMap(sceneSilence),
  };
}

function portsOf({ ports, analysis }: CaseData): ScenePort[] {
  const supported = analysis.darkCalls.filter(({ sightings }) => sightings.length > 0);
  const seen = new Set(supported.map(({ port }) => port.id));
  return ports.map(({ id, name, code, country, controlledBy, lon, lat, radiusM, uncertaintyM }) => ({
    id,
    name,
    code,
    country: controlledBy ?? country,
    lon,
    lat,
    radiusM,
    approximate: uncertaintyM > APPROXIMATE_M,
    seen: seen.has(id),
  }));
}

/** A position known no better than this is marked as approximate: above what the arc-minute of the index costs. */
const APPROXIMATE_M = 3000;

/** The columns of the store themselves, with the outline that was worked out beside it. */
function tracksOf({ store, outline }: CaseData): Tracks {
  const { t, lon, lat, sog, cog, heading, status, verdict, starts } = store;
  const { joins, boxes, levels } = outline;
  const motion = { t, lon, lat, sogKn: sog, cogDeg: cog, headingDeg: heading, status };
  return { ...motion, verdict, joins, starts, boxes, levels };
}

function sceneSilence({ id, vessel, from, to, lastFix, nextFix }: Silence): SceneSilence[] {
  if (!lastFix || !nextFix) return [];
  return [{ id, vessel: vessel.index, fromMs: from, toMs: to, a: at(lastFix), b: at(nextFix) }];
}

function at({ lon, lat }: { lon: number; lat: number }): LonLat {
  return [lon, lat];
}

/** The silence under a finding, if it is about one. */
export function silenceOf(data: CaseData, finding: Finding | null): Silence | null {
  if (!finding) return null;
  return data.analysis.silences.find(({ id }) => finding.events.includes(id)) ?? null;
}

/**
 * Water that the silent ship of a finding can have been on at an instant, with the pencil lines that belong to it.
 * Null for a finding that is about no dark call.
 */
export function reachAt(data: CaseData, finding: Finding, silence: Silence, time: Instant): Reach | null {
  const { lastFix, nextFix } = silence;
  const darkCall = data.analysis.darkCalls.find(({ id }) => finding.events.includes(id));
  if (!lastFix || !nextFix || !darkCall) return null;
  const rings = reachPolygon(at(lastFix), at(nextFix), lastFix.t, nextFix.t, time, darkCall.speedKn) ?? [];
  const before = formatDuration(nextFix.t - time);
  return {
    rings,
    edgeLabel: rings.length > 0 ? `reach at the clock, ${before} before the next report` : null,
    lines: pencilLines(darkCall, lastFix, nextFix),
  };
}

/** The runs to the port and away by great circle, and the arc of the earliest arrival. */
function pencilLines({ port, earliest }: DarkCall, lastFix: Fix, nextFix: Fix): PencilLine[] {
  const inM = distanceM(lastFix.lon, lastFix.lat, port.lon, port.lat);
  const outM = distanceM(port.lon, port.lat, nextFix.lon, nextFix.lat);
  const after = formatDuration(earliest - lastFix.t);
  return [
    { kind: 'run', points: [at(lastFix), at(port)], label: runLabel(inM) },
    { kind: 'run', points: [at(port), at(nextFix)], label: runLabel(outM) },
    {
      kind: 'arrival',
      points: circleAround(lastFix.lon, lastFix.lat, inM),
      label: `earliest arrival, ${after} after the last report`,
    },
  ];
}

function runLabel(m: number): string {
  return `${(m / M_PER_NM).toFixed(1)} nm, great circle`;
}

/** When publications put the finding's ship at its port; empty where none does. */
export function seenText(data: CaseData, { port, events }: Finding): string {
  const stays = data.analysis.darkCalls.filter(
    darkCall => darkCall.port === port && events.includes(darkCall.id),
  );
  const days = stays.flatMap(({ sightings }) => sightings.map(({ from, to }) => sightingDays(from, to)));
  return days.length > 0 ? `seen ${[...new Set(days)].join(', ')}` : '';
}

/** Words of the chart's title block: ship, days and what kind of track it is. */
export function titleOf(
  data: CaseData,
  finding: Finding | null,
): { title: string; lines: readonly string[] } {
  const from = finding?.from ?? data.from;
  const to = finding?.to ?? data.to;
  const sameMonth = formatUtc(from, 'yyyy-MM') === formatUtc(to, 'yyyy-MM');
  const days = sameMonth
    ? `${formatUtc(from, 'd')} to ${formatUtc(to, 'd MMMM yyyy')}`
    : `${formatUtc(from, 'd MMM yyyy')} to ${formatUtc(to, 'd MMM yyyy')}`;
  const who = finding ? vesselLabel(finding.vessel) : data.name;
  const reconstructed = finding ? finding.reconstructed : data.reconstructed;
  return {
    title: `${who}, ${days}`,
    lines: reconstructed
      ? ['Reconstructed from published sightings.', 'No AIS track of these ships is public.']
      : [],
  };
}
