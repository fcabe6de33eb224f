import { createHash } from 'node:crypto';
import { DEFAULT_PARAMETERS, type ParameterName, RULES, SEVERITIES } from '../../src/core/findings/index.ts';
import type { Pin, ViewSnapshot } from '../../src/core/snapshot/index.ts';

type Random = () => number;

const PARAMETER_NAMES = Object.keys(DEFAULT_PARAMETERS) as ParameterName[];
const TEXTS = ['', 'LADY R', 'Раджин', '나진항', '🚢 <b>', '\u202eR YDAL', '\u0000\t\r\n', 'a'.repeat(130)];

/** A typical case: four ships, a chosen finding, two inputs, the five lists that come with the product. */
export const TYPICAL_VIEW: ViewSnapshot = {
  time: Date.UTC(2024, 2, 12, 12),
  camera: { lon: 130.687412, lat: 42.301877, zoom: 7.8125, bearingDeg: 0 },
  chartPx: { width: 676, height: 596 },
  window: { from: Date.UTC(2024, 1, 10, 3, 6, 9), to: Date.UTC(2024, 4, 3, 11, 43, 47) },
  selection: { kind: 'finding', id: 'finding/dprk-dark-call/imo-9161003/2024-03-09T18:12:04Z/KPRJN' },
  tab: 'findings',
  theme: 'night',
  trailBy: 'ship',
  speed: 3600,
  filters: {
    text: '',
    severities: ['critical', 'alert'],
    rules: ['dprk-dark-call', 'dprk-ru-shuttle'],
    vessels: ['imo-9161003', 'imo-9179842', 'imo-9358010', 'imo-8517839'],
    sort: 'worst',
  },
  inputs: [pin('positions.csv'), pin('sightings.csv')],
  lists: [
    pin('ofac-sdn-2026-excerpt'),
    pin('ofac-dprk-2023-01'),
    pin('eu-833-2014-vessels'),
    pin('eu-2017-1509-vessels'),
    pin('notices'),
  ],
  method: { version: '0.1', rules: 'standard', changes: new Map([['silenceHours', 12]]) },
};

/** A name with the digest that a link would pin for it. */
export function pin(name: string): Pin {
  return { name, digest: createHash('sha256').update(name).digest('hex').slice(0, 32) };
}

/** Any view that a link can hold, its numbers at the precision that travels. */
export function randomView(random: Random): ViewSnapshot {
  const whole = (least: number, greatest: number): number =>
    least + Math.floor(random() * (greatest - least + 1));
  const one = <T>(values: readonly T[]): T => values[whole(0, values.length - 1)]!;
  const some = <T>(values: readonly T[]): T[] => values.filter(() => random() < 0.4);
  const pins = (): Pin[] => Array.from({ length: whole(0, 6) }, () => pin(`${one(TEXTS)}${whole(0, 999)}`));
  const from = whole(-4e12, 4e12);
  const kind = one(['none', 'finding', 'vessel', 'port', 'entry'] as const);
  return {
    time: whole(-4e12, 4e12),
    camera: {
      lon: whole(-180e6, 180e6) / 1e6,
      lat: whole(-90e6, 90e6) / 1e6,
      zoom: whole(0, 22e4) / 1e4,
      bearingDeg: whole(-180e2, 180e2) / 1e2,
    },
    chartPx: { width: whole(0, 5000), height: whole(0, 5000) },
    window: { from, to: from + whole(0, 1e11) },
    selection: { kind, id: kind === 'none' ? '' : one(TEXTS) },
    tab: one(['findings', 'ships', 'ports', 'lists'] as const),
    theme: one(['night', 'day', 'contrast'] as const),
    trailBy: one(['ship', 'speed'] as const),
    speed: whole(1, 86_400),
    filters: {
      text: one(TEXTS),
      severities: some(SEVERITIES),
      rules: some(RULES.map(({ id }) => id)),
      vessels: Array.from({ length: whole(0, 9) }, () => `imo-${whole(1_000_000, 9_999_999)}`),
      sort: one(['worst', 'time', 'ship'] as const),
    },
    inputs: pins(),
    lists: pins(),
    method: {
      version: one(['0.1', '12.0-β']),
      rules: one(['standard', 'gfw'] as const),
      changes: new Map(some(PARAMETER_NAMES).map(name => [name, whole(-1e9, 1e9) / 1e6])),
    },
  };
}

/** The body of a link without its checksum, by Node's own decoder. */
export function bodyOf(link: string): Buffer {
  return Buffer.from(link.slice(link.indexOf('.') + 1), 'base64url').subarray(0, -8);
}

/** A link with this body and the right checksum, as somebody who means harm could make it. */
export function linkOf(body: Uint8Array, version = 1): string {
  const check = createHash('sha256').update(Uint8Array.of(version)).update(body).digest().subarray(0, 8);
  return `${version}.${Buffer.concat([body, check]).toString('base64url')}`;
}
