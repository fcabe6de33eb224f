export {
  type Berth,
  type Bound,
  type Call,
  type CallParameters,
  DEFAULT_CALL_PARAMETERS,
  findCalls,
  isReconstructed,
} from './calls.ts';
export { countryCode, countryName } from './country.ts';
export { DEFAULT_PORT_RADIUS_M, Gazetteer, type Port, type UnplacedPort } from './gazetteer.ts';
export { findGfwVisits } from './gfw-visits.ts';
export type { Sighting } from './sighting.ts';
