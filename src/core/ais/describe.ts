import {
  AID,
  AIRCRAFT,
  BASE_STATION,
  CLASS_A,
  CLASS_B,
  CLASS_B_EXTENDED,
  CLASS_B_STATIC,
  LONG_RANGE,
  VOYAGE,
} from './layout.ts';
import legends from './legends.json';
import type { Payload } from './payload.ts';
import { isAuxiliaryCraft } from './statics.ts';

/** Fields of a message by name, in the order of the message. */
export type MessageFields = Readonly<Record<string, string | number | boolean>>;

const FIELDS_OF: ReadonlyMap<number, (payload: Payload) => MessageFields> = new Map([
  [1, classA],
  [2, classA],
  [3, classA],
  [4, baseStation],
  [5, voyage],
  [9, aircraft],
  [11, baseStation],
  [18, classB],
  [19, classBExtended],
  [21, aidToNavigation],
  [24, classBStatic],
  [27, longRange],
]);

/**
 * Everything a message says, under the names and in the scale of gpsd's JSON: `type`, `repeat`, `mmsi`, then
 * the fields of types 1 to 5, 9, 11, 18, 19, 21, 24 and 27. Sentinels stay as sent (heading 511, longitude
 * 181). A type that isn't decoded gives its head and `decoded: false`.
 *
 * Unlike gpsd: a turn to port is negative; part A of type 24 is a message of its own with `part: "A"`, part B
 * has `part: "B"`.
 */
export function describeMessage(payload: Payload): MessageFields {
  const head = { type: payload.type, repeat: payload.repeat, mmsi: payload.mmsi };
  const fields = FIELDS_OF.get(payload.type);
  return fields ? { ...head, ...fields(payload) } : { ...head, decoded: false };
}

function classA(payload: Payload): MessageFields {
  const status = payload.uint(CLASS_A.status, 4);
  return {
    status,
    status_text: legends.status[status]!,
    turn: turnRate(payload.int(CLASS_A.turn, 8)),
    speed: classASpeed(payload.uint(CLASS_A.sog, 10)),
    accuracy: payload.flag(CLASS_A.accuracy),
    ...place(payload, CLASS_A.lon, CLASS_A.lat),
    course: payload.uint(CLASS_A.cog, 12) / 10,
    heading: payload.uint(CLASS_A.heading, 9),
    second: payload.uint(CLASS_A.second, 6),
    maneuver: payload.uint(CLASS_A.maneuver, 2),
    raim: payload.flag(CLASS_A.raim),
    radio: payload.uint(CLASS_A.radio, 19),
  };
}

function baseStation(payload: Payload): MessageFields {
  const year = digits(payload.uint(BASE_STATION.year, 14), 4);
  const month = digits(payload.uint(BASE_STATION.month, 4), 2);
  const day = digits(payload.uint(BASE_STATION.day, 5), 2);
  const hour = digits(payload.uint(BASE_STATION.hour, 5), 2);
  const minute = digits(payload.uint(BASE_STATION.minute, 6), 2);
  const second = digits(payload.uint(BASE_STATION.second, 6), 2);
  return {
    timestamp: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
    accuracy: payload.flag(BASE_STATION.accuracy),
    ...place(payload, BASE_STATION.lon, BASE_STATION.lat),
    ...positionFixer(payload, BASE_STATION.epfd),
    raim: payload.flag(BASE_STATION.raim),
    radio: payload.uint(BASE_STATION.radio, 19),
  };
}

function voyage(payload: Payload): MessageFields {
  const month = digits(payload.uint(VOYAGE.month, 4), 2);
  const day = digits(payload.uint(VOYAGE.day, 5), 2);
  const hour = digits(payload.uint(VOYAGE.hour, 5), 2);
  const minute = digits(payload.uint(VOYAGE.minute, 6), 2);
  return {
    imo: payload.uint(VOYAGE.imo, 30),
    ais_version: payload.uint(VOYAGE.version, 2),
    callsign: payload.text(VOYAGE.callSign, 7),
    shipname: payload.text(VOYAGE.name, 20),
    ...shipType(payload, VOYAGE.shipType),
    ...dimensions(payload, VOYAGE.dimensions),
    ...positionFixer(payload, VOYAGE.epfd),
    eta: `${month}-${day}T${hour}:${minute}Z`,
    draught: payload.uint(VOYAGE.draught, 8) / 10,
    destination: payload.text(VOYAGE.destination, 20),
    dte: payload.uint(VOYAGE.dte, 1),
  };
}

function aircraft(payload: Payload): MessageFields {
  return {
    alt: altitude(payload.uint(AIRCRAFT.altitude, 12)),
    speed: aircraftSpeed(payload.uint(AIRCRAFT.sog, 10)),
    accuracy: payload.flag(AIRCRAFT.accuracy),
    ...place(payload, AIRCRAFT.lon, AIRCRAFT.lat),
    course: payload.uint(AIRCRAFT.cog, 12) / 10,
    second: payload.uint(AIRCRAFT.second, 6),
    regional: payload.uint(AIRCRAFT.regional, 8),
    dte: payload.uint(AIRCRAFT.dte, 1),
    raim: payload.flag(AIRCRAFT.raim),
    radio: payload.uint(AIRCRAFT.radio, 20),
  };
}

function classB(payload: Payload): MessageFields {
  return {
    ...classBMotion(payload),
    regional: payload.uint(CLASS_B.regional, 2),
    cs: payload.flag(CLASS_B.carrierSense),
    display: payload.flag(CLASS_B.display),
    dsc: payload.flag(CLASS_B.dsc),
    band: payload.flag(CLASS_B.band),
    msg22: payload.flag(CLASS_B.message22),
    raim: payload.flag(CLASS_B.raim),
    radio: payload.uint(CLASS_B.radio, 20),
  };
}

function classBExtended(payload: Payload): MessageFields {
  return {
    ...classBMotion(payload),
    regional: payload.uint(CLASS_B.regional, 4),
    shipname: payload.text(CLASS_B_EXTENDED.name, 20),
    ...shipType(payload, CLASS_B_EXTENDED.shipType),
    ...dimensions(payload, CLASS_B_EXTENDED.dimensions),
    ...positionFixer(payload, CLASS_B_EXTENDED.epfd),
    raim: payload.flag(CLASS_B_EXTENDED.raim),
    dte: payload.uint(CLASS_B_EXTENDED.dte, 1),
    assigned: payload.flag(CLASS_B_EXTENDED.assigned),
  };
}

function classBMotion(payload: Payload): MessageFields {
  return {
    reserved: payload.uint(CLASS_B.reserved, 8),
    speed: payload.uint(CLASS_B.sog, 10) / 10,
    accuracy: payload.flag(CLASS_B.accuracy),
    ...place(payload, CLASS_B.lon, CLASS_B.lat),
    course: payload.uint(CLASS_B.cog, 12) / 10,
    heading: payload.uint(CLASS_B.heading, 9),
    second: payload.uint(CLASS_B.second, 6),
  };
}

function aidToNavigation(payload: Payload): MessageFields {
  const aidType = payload.uint(AID.aidType, 5);
  return {
    aid_type: aidType,
    aid_type_text: legends.aidType[aidType]!,
    name: aidName(payload),
    ...place(payload, AID.lon, AID.lat),
    accuracy: payload.flag(AID.accuracy),
    ...dimensions(payload, AID.dimensions),
    ...positionFixer(payload, AID.epfd),
    second: payload.uint(AID.second, 6),
    regional: payload.uint(AID.regional, 8),
    off_position: payload.flag(AID.offPosition),
    raim: payload.flag(AID.raim),
    virtual_aid: payload.flag(AID.virtual),
  };
}

function classBStatic(payload: Payload): MessageFields {
  const part = payload.uint(CLASS_B_STATIC.part, 2);
  if (part === 0) return { part: 'A', shipname: payload.text(CLASS_B_STATIC.name, 20) };
  if (part !== 1) return { part: String(part) };
  const isAuxiliary = isAuxiliaryCraft(payload.mmsi);
  return {
    part: 'B',
    ...shipType(payload, CLASS_B_STATIC.shipType),
    vendorid: payload.text(CLASS_B_STATIC.vendor, 7),
    model: payload.uint(CLASS_B_STATIC.model, 4),
    serial: payload.uint(CLASS_B_STATIC.serial, 20),
    callsign: payload.text(CLASS_B_STATIC.callSign, 7),
    ...(isAuxiliary
      ? { mothership_mmsi: payload.uint(CLASS_B_STATIC.mothership, 30) }
      : dimensions(payload, CLASS_B_STATIC.dimensions)),
  };
}

function longRange(payload: Payload): MessageFields {
  return {
    status: legends.status[payload.uint(LONG_RANGE.status, 4)]!,
    accuracy: payload.flag(LONG_RANGE.accuracy),
    lon: coarseDegrees(payload.int(LONG_RANGE.lon, 18)),
    lat: coarseDegrees(payload.int(LONG_RANGE.lat, 17)),
    speed: payload.uint(LONG_RANGE.sog, 6),
    course: payload.uint(LONG_RANGE.cog, 9),
    raim: payload.flag(LONG_RANGE.raim),
    gnss: payload.flag(LONG_RANGE.gnss),
  };
}

function place(payload: Payload, lonAt: number, latAt: number): MessageFields {
  return { lon: degrees(payload.int(lonAt, 28)), lat: degrees(payload.int(latAt, 27)) };
}

/** Six decimals, a tenth of a metre, of 1/10,000 minute. */
function degrees(value: number): number {
  return Number((value / 600_000).toFixed(6));
}

/** One decimal, as gpsd gives type 27, ties to even; a track keeps the full 1/10 minute. */
function coarseDegrees(value: number): number {
  const isTie = Math.abs(value % 300) === 150;
  if (isTie) return Math.round(value / 120) / 5;
  // Adding 0 turns -0 into 0.
  return Number((value / 600).toFixed(1)) + 0;
}

function shipType(payload: Payload, at: number): MessageFields {
  const code = payload.uint(at, 8);
  return { shiptype: code, shiptype_text: legends.shipType[code] ?? 'INVALID SHIP TYPE' };
}

function dimensions(payload: Payload, at: number): MessageFields {
  return {
    to_bow: payload.uint(at, 9),
    to_stern: payload.uint(at + 9, 9),
    to_port: payload.uint(at + 18, 6),
    to_starboard: payload.uint(at + 24, 6),
  };
}

function positionFixer(payload: Payload, at: number): MessageFields {
  const code = payload.uint(at, 4);
  return { epfd: code, epfd_text: legends.epfd[code] ?? 'INVALID EPFD' };
}

/** Degrees a minute, positive to starboard: the field is 4.733 times the root of the rate. */
function turnRate(turn: number): number | string {
  if (turn === -128) return 'nan';
  if (turn === -127) return 'fastleft';
  if (turn === 127) return 'fastright';
  const rate = Math.round((turn / 4.733) ** 2);
  return turn < 0 && rate > 0 ? -rate : rate;
}

function classASpeed(speed: number): number | string {
  if (speed === 1023) return 'nan';
  return speed === 1022 ? 'fast' : speed / 10;
}

function aircraftSpeed(speed: number): number | string {
  if (speed === 1023) return 'nan';
  return speed === 1022 ? 'fast' : speed;
}

function altitude(alt: number): number | string {
  if (alt === 4095) return 'nan';
  return alt === 4094 ? 'high' : alt;
}

/** 20 characters, and those of the extension where the first 20 are in use. */
function aidName(payload: Payload): string {
  const name = payload.paddedText(AID.name, 20);
  const extension = Math.trunc((payload.bits - AID.nameExtension) / 6);
  const rest = name.length === 20 ? payload.paddedText(AID.nameExtension, extension) : '';
  return (name + rest).trimEnd();
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
