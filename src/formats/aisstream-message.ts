import { type Instant, parseTime } from '../core/time/index.ts';
import { Flag, type StaticFields } from '../core/track/index.ts';
import { mmsiKind } from '../core/vessel/index.ts';
import { utcInstant } from './civil-time.ts';
import { type JsonObject, memberOf, numberOf, objectOf, textIn } from './json-value.ts';

/** What a type of message tells. */
export interface MessageKind {
  /** `Flag` of its reports. */
  readonly flags: number;
  readonly hasPosition: boolean;
  readonly hasStatics: boolean;
}

const ship = { flags: 0, hasPosition: true, hasStatics: false };
const notShip = { flags: Flag.notShip, hasPosition: true, hasStatics: false };

const KINDS: ReadonlyMap<string, MessageKind> = new Map([
  ['PositionReport', ship],
  ['StandardClassBPositionReport', { flags: Flag.classB, hasPosition: true, hasStatics: false }],
  ['ExtendedClassBPositionReport', { flags: Flag.classB, hasPosition: true, hasStatics: true }],
  ['LongRangeAisBroadcastMessage', { flags: Flag.longRange, hasPosition: true, hasStatics: false }],
  ['AidsToNavigationReport', notShip],
  ['BaseStationReport', notShip],
  ['StandardSearchAndRescueAircraftReport', notShip],
  ['ShipStaticData', { flags: 0, hasPosition: false, hasStatics: true }],
  ['StaticDataReport', { flags: Flag.classB, hasPosition: false, hasStatics: true }],
]);

/** Types that tell neither position nor ship. */
const UNSUPPORTED: ReadonlySet<string> = new Set([
  'AddressedSafetyMessage',
  'AddressedBinaryMessage',
  'AssignedModeCommand',
  'BinaryAcknowledge',
  'BinaryBroadcastMessage',
  'ChannelManagement',
  'CoordinatedUTCInquiry',
  'DataLinkManagementMessage',
  'DataLinkManagementMessageData',
  'GnssBroadcastBinaryMessage',
  'GroupAssignmentCommand',
  'Interrogation',
  'MultiSlotBinaryMessage',
  'SafetyBroadcastMessage',
  'SingleSlotBinaryMessage',
]);

/** What a type tells; a reason to set it aside where that is nothing, or where the type isn't aisstream's. */
export function messageKind(type: string): MessageKind | 'unsupported type' | 'unknown type' {
  return KINDS.get(type) ?? (UNSUPPORTED.has(type) ? 'unsupported type' : 'unknown type');
}

/** As Go writes a time: `2022-12-29 18:22:32.318353 +0000 UTC`, zeros at the end of the fraction left out. */
const GO_TIME = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))? \+0000 UTC$/;

/** The instant of a `time_utc`, to the millisecond, ISO 8601 allowed too; NaN for anything else. */
export function readStreamTime(value: unknown): Instant {
  const text = textIn(value);
  const match = GO_TIME.exec(text);
  if (!match) {
    const parsed = parseTime(text);
    return parsed.kind === 'invalid' ? Number.NaN : parsed.t;
  }
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const ms = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  return utcInstant(year!, month!, day!, hour!, minute!, second!, ms);
}

/**
 * What a message says of the ship: `ShipStaticData`, `ExtendedClassBPositionReport`, and the parts of a
 * `StaticDataReport` that are marked as valid. A field that is empty, zero or of another kind is left out.
 */
export function readStreamStatics(message: JsonObject, mmsi: number): StaticFields {
  const partA = validPart(message, 'ReportA');
  const partB = validPart(message, 'ReportB');
  const fields = { ...fieldsOf(message), ...(partA && fieldsOf(partA)), ...(partB && fieldsOf(partB)) };
  if (!partB || mmsiKind(mmsi) !== 'craft') return fields;
  // The part B of an auxiliary craft names its mother ship where others give their size.
  const { lengthM: _length, beamM: _beam, ...rest } = fields;
  return rest;
}

/** An AIS text: what stands before `@`, without blanks around it; empty for anything else. */
export function readStreamText(value: unknown): string {
  return textIn(value).split('@', 1)[0]!.trim();
}

function validPart(message: JsonObject, name: string): JsonObject | null {
  const part = objectOf(memberOf(message, name));
  return part && memberOf(part, 'Valid') !== false ? part : null;
}

function fieldsOf(message: JsonObject): StaticFields {
  const size = objectOf(memberOf(message, 'Dimension'));
  const name = readStreamText(memberOf(message, 'Name'));
  const callSign = readStreamText(memberOf(message, 'CallSign'));
  const destination = readStreamText(memberOf(message, 'Destination'));
  const shipType = positiveOf(message, 'Type') || positiveOf(message, 'ShipType');
  const draughtM = positiveOf(message, 'MaximumStaticDraught');
  const lengthM = size ? positiveOf(size, 'A') + positiveOf(size, 'B') : 0;
  const beamM = size ? positiveOf(size, 'C') + positiveOf(size, 'D') : 0;
  return {
    ...(name && { name }),
    ...(callSign && { callSign }),
    ...(shipType > 0 && { shipType }),
    ...(lengthM > 0 && { lengthM }),
    ...(beamM > 0 && { beamM }),
    ...(draughtM > 0 && { draughtM }),
    ...(destination && { destination }),
  };
}

function positiveOf(object: JsonObject, name: string): number {
  return Math.max(0, numberOf(memberOf(object, name)) || 0);
}
