import type { Port } from '../../src/core/ports/index.ts';

/** A port of concern at a place, with a 3 km area, unless told otherwise. */
export function portAt(id: string, lon: number, lat: number, given: Partial<Port> = {}): Port {
  return {
    id,
    name: id,
    aliases: [],
    code: id.slice(0, 3),
    locode: '',
    country: 'RU',
    controlledBy: null,
    lon,
    lat,
    radiusM: 3000,
    basis: 'made up',
    uncertaintyM: 0,
    concern: true,
    ...given,
  };
}
