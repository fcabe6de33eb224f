import { Flag } from '../core/track/index.ts';

/** Navigational status (ITU-R M.1371 table 45) by the words of Danish files; `Unknown value` isn't here. */
const STATUS: ReadonlyMap<string, number> = new Map([
  ['Under way using engine', 0],
  ['At anchor', 1],
  ['Not under command', 2],
  ['Restricted maneuverability', 3],
  ['Constrained by her draught', 4],
  ['Moored', 5],
  ['Aground', 6],
  ['Engaged in fishing', 7],
  ['Under way sailing', 8],
  ['Reserved for future amendment [HSC]', 9],
  ['Reserved for future amendment [WIG]', 10],
  ['Reserved for future use [11]', 11],
  ['Power-driven vessel towing astern', 11],
  ['Reserved for future use [12]', 12],
  ['Power-driven vessel pushing ahead or towing alongside', 12],
  ['Reserved for future use [13]', 13],
  ['Reserved for future use', 13],
  ['AIS-SART', 14],
  ['AIS-SART (active)', 14],
]);

/**
 * Ship type (ITU-R M.1371 table 53) by the words of Danish files. They leave out the kind of cargo, so that
 * `Cargo` is 70, "all ships of this type". `Undefined`, `Reserved` and `Spare` say nothing and aren't here.
 */
const SHIP_TYPES: ReadonlyMap<string, number> = new Map([
  ['WIG', 20],
  ['Fishing', 30],
  ['Towing', 31],
  ['Towing long/wide', 32],
  ['Dredging', 33],
  ['Diving', 34],
  ['Military', 35],
  ['Sailing', 36],
  ['Pleasure', 37],
  ['HSC', 40],
  ['Pilot', 50],
  ['SAR', 51],
  ['Tug', 52],
  ['Port tender', 53],
  ['Anti-pollution', 54],
  ['Law enforcement', 55],
  ['Medical', 58],
  ['Not party to conflict', 59],
  ['Passenger', 60],
  ['Cargo', 70],
  ['Tanker', 80],
  ['Other', 90],
]);

/** Types of mobile other than `Class A`, as flags of a report. */
const MOBILES: ReadonlyMap<string, number> = new Map([
  ['Class B', Flag.classB],
  ['Base Station', Flag.notShip],
  ['AtoN', Flag.notShip],
  ['SAR Airborne', Flag.notShip],
  ['Search and Rescue Transponder', Flag.notShip],
  ['Man Overboard Device', Flag.notShip],
  ['Emergency PIRB', Flag.notShip],
]);

/** Code of a navigational status in words; NaN for any other text. */
export function danishStatus(words: string): number {
  return STATUS.get(words) ?? Number.NaN;
}

/** First code of a ship type in words; 0 where the words say none. */
export function danishShipType(words: string): number {
  return SHIP_TYPES.get(words) ?? 0;
}

/** Flags (`Flag`) of a type of mobile; 0 for `Class A` and for any other text. */
export function danishMobileFlags(words: string): number {
  return MOBILES.get(words) ?? 0;
}

/** Whether a text is what Danish files write where nothing is known. */
export function isDanishUnknown(text: string): boolean {
  return text === 'Unknown' || text === 'Undefined';
}
