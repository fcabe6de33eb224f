import { DEFAULT_DARK_CALL_PARAMETERS, DEFAULT_SILENCE_PARAMETERS } from '../events/index.ts';
import { DEFAULT_CALL_PARAMETERS } from '../ports/index.ts';
import { DEFAULT_FIX_PARAMETERS } from '../track/index.ts';

/** Version of the method: it changes when the same input and parameters give other events or findings. */
export const METHOD_VERSION = '0.1';

/** Every threshold with its default. Names are unique across detectors, so that one flat record holds a method. */
export const DEFAULT_PARAMETERS = {
  ...DEFAULT_FIX_PARAMETERS,
  ...DEFAULT_CALL_PARAMETERS,
  ...DEFAULT_SILENCE_PARAMETERS,
  ...DEFAULT_DARK_CALL_PARAMETERS,
};
export type Parameters = typeof DEFAULT_PARAMETERS;
export type ParameterName = keyof Parameters;

/** Whose rules find calls: ours, or Global Fishing Watch's to the letter. */
export type CallRules = 'standard' | 'gfw';

/** How an analysis is made. Recorded with it. */
export interface Method {
  readonly version: string;
  readonly rules: CallRules;
  readonly parameters: Parameters;
}

export const DEFAULT_METHOD: Method = {
  version: METHOD_VERSION,
  rules: 'standard',
  parameters: DEFAULT_PARAMETERS,
};

/** Least and greatest value that a threshold may be given; outside them it makes no sense. */
const RANGES: Record<ParameterName, readonly [least: number, greatest: number]> = {
  maxSpeedKn: [5, 100],
  toleranceMin: [0, 120],
  minSegmentFixes: [1, 100],
  coarseHours: [0, 24],
  radiusKm: [0.1, 50],
  exitMarginKm: [0, 50],
  stopBeginKn: [0, 5],
  stopEndKn: [0, 10],
  portGapMin: [10, 10_080],
  splitHours: [1, 8760],
  observedMin: [0, 1440],
  silenceHours: [1, 48],
  controlKm: [1, 500],
  minDwellHours: [0, 240],
  reachMinSpeedKn: [1, 50],
  reachMaxSpeedKn: [1, 50],
  reachSpeedFactor: [0.1, 5],
  underWayKn: [0, 10],
};

export function isParameterName(name: string): name is ParameterName {
  return Object.hasOwn(RANGES, name);
}

/** Sets thresholds. Throws a RangeError that names the threshold, its range and the value it met. */
export function withParameters(method: Method, changes: ReadonlyMap<ParameterName, number>): Method {
  for (const [name, value] of changes) {
    const [least, greatest] = RANGES[name];
    if (value >= least && value <= greatest) continue;
    throw new RangeError(`${name} must be from ${least} to ${greatest}, got ${value}`);
  }
  return { ...method, parameters: { ...method.parameters, ...Object.fromEntries(changes) } };
}
