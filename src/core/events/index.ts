export {
  DARK_CALL_LEVELS,
  type DarkCall,
  type DarkCallLevel,
  type DarkCallParameters,
  DEFAULT_DARK_CALL_PARAMETERS,
  findDarkCalls,
} from './dark-calls.ts';
export type { Fix } from './fix.ts';
export { type Room, roomFor } from './reach.ts';
export type { Control } from './reception.ts';
export {
  DEFAULT_SILENCE_PARAMETERS,
  findSilences,
  type OpenSilence,
  type Silence,
  type SilenceParameters,
} from './silences.ts';
