import { describe, expect, test } from 'vitest';
import {
  DEFAULT_METHOD,
  DEFAULT_PARAMETERS,
  isParameterName,
  type ParameterName,
  withParameters,
} from '../../src/core/findings/index.ts';

const NAMES = Object.keys(DEFAULT_PARAMETERS) as ParameterName[];

describe('thresholds', () => {
  test('are those of the method by default', () => {
    expect(DEFAULT_PARAMETERS).toMatchObject({
      maxSpeedKn: 25,
      toleranceMin: 15,
      radiusKm: 3,
      exitMarginKm: 1,
      stopBeginKn: 0.2,
      stopEndKn: 0.5,
      portGapMin: 240,
      observedMin: 30,
      silenceHours: 6,
      controlKm: 50,
      minDwellHours: 6,
      reachMinSpeedKn: 8,
      reachMaxSpeedKn: 25,
      reachSpeedFactor: 1.1,
      coarseHours: 1,
    });
  });

  test.each(NAMES)('%s is known by name, and its default is one that may be given', name => {
    expect(isParameterName(name)).toBe(true);
    const value = DEFAULT_PARAMETERS[name];
    expect(withParameters(DEFAULT_METHOD, new Map([[name, value]]))).toEqual(DEFAULT_METHOD);
  });

  test.each(['', 'silence', '__proto__', 'constructor', 'SilenceHours'])('%s is none', name => {
    expect(isParameterName(name)).toBe(false);
  });

  test('are set without touching the method they come from', () => {
    const changed = withParameters(DEFAULT_METHOD, new Map([['silenceHours', 12]]));
    expect(changed.parameters).toEqual({ ...DEFAULT_PARAMETERS, silenceHours: 12 });
    expect(DEFAULT_METHOD.parameters.silenceHours).toBe(6);
  });

  test.each<[ParameterName, number, string]>([
    ['silenceHours', 0.5, 'silenceHours must be from 1 to 48, got 0.5'],
    ['silenceHours', 49, 'silenceHours must be from 1 to 48, got 49'],
    ['maxSpeedKn', Number.NaN, 'maxSpeedKn must be from 5 to 100, got NaN'],
    ['controlKm', Number.POSITIVE_INFINITY, 'controlKm must be from 1 to 500, got Infinity'],
  ])('%s of %d is refused with its range', (name, value, message) => {
    expect(() => withParameters(DEFAULT_METHOD, new Map([[name, value]]))).toThrow(new RangeError(message));
  });
});
