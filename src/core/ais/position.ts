import { AID, AIRCRAFT, BASE_STATION, CLASS_A, CLASS_B, LONG_RANGE } from './layout.ts';
import type { Payload } from './payload.ts';

/** Positions come in 1/10,000 minute, those of type 27 in 1/10 minute. */
const PER_DEGREE = 600_000;
const COARSE_PER_DEGREE = 600;

/** What stands for "not available", in the unit of the field. */
const NO_LON = 181;
const NO_LAT = 91;
const NO_SOG = 1023;
const NO_SOG_LONG_RANGE = 63;
const NO_STATUS = 15;

/**
 * Position and motion of one report, in the units of a track: degrees, knots, degrees true. NaN where the
 * message says "not available" or a course or heading of 360 or more; `status` is then 15. A latitude or
 * longitude that can't be is kept as sent. One object serves all messages.
 */
export class Position {
  lon = Number.NaN;
  lat = Number.NaN;
  sog = Number.NaN;
  cog = Number.NaN;
  heading = Number.NaN;
  status = NO_STATUS;

  /** Reads types 1 to 4, 9, 11, 18, 19, 21 and 27; false for any other type. */
  read(payload: Payload): boolean {
    this.sog = Number.NaN;
    this.cog = Number.NaN;
    this.heading = Number.NaN;
    this.status = NO_STATUS;
    switch (payload.type) {
      case 1:
      case 2:
      case 3:
        this.#readPlace(payload, CLASS_A.lon, CLASS_A.lat);
        this.#readMotion(payload, CLASS_A.sog, CLASS_A.cog);
        this.heading = degreesOrNaN(payload.uint(CLASS_A.heading, 9));
        this.status = payload.uint(CLASS_A.status, 4);
        return true;
      case 18:
      case 19:
        this.#readPlace(payload, CLASS_B.lon, CLASS_B.lat);
        this.#readMotion(payload, CLASS_B.sog, CLASS_B.cog);
        this.heading = degreesOrNaN(payload.uint(CLASS_B.heading, 9));
        return true;
      case 4:
      case 11:
        this.#readPlace(payload, BASE_STATION.lon, BASE_STATION.lat);
        return true;
      case 21:
        this.#readPlace(payload, AID.lon, AID.lat);
        return true;
      case 9:
        this.#readPlace(payload, AIRCRAFT.lon, AIRCRAFT.lat);
        this.#readMotion(payload, AIRCRAFT.sog, AIRCRAFT.cog, 1);
        return true;
      case 27:
        this.#readLongRange(payload);
        return true;
      default:
        return false;
    }
  }

  #readPlace(payload: Payload, lonAt: number, latAt: number): void {
    this.#setPlace(payload.int(lonAt, 28) / PER_DEGREE, payload.int(latAt, 27) / PER_DEGREE);
  }

  #setPlace(lon: number, lat: number): void {
    this.lon = lon === NO_LON ? Number.NaN : lon;
    this.lat = lat === NO_LAT ? Number.NaN : lat;
  }

  #readMotion(payload: Payload, sogAt: number, cogAt: number, stepsPerKnot = 10): void {
    const sog = payload.uint(sogAt, 10);
    this.sog = sog === NO_SOG ? Number.NaN : sog / stepsPerKnot;
    this.cog = degreesOrNaN(payload.uint(cogAt, 12) / 10);
  }

  #readLongRange(payload: Payload): void {
    const lon = payload.int(LONG_RANGE.lon, 18) / COARSE_PER_DEGREE;
    const lat = payload.int(LONG_RANGE.lat, 17) / COARSE_PER_DEGREE;
    const sog = payload.uint(LONG_RANGE.sog, 6);
    this.#setPlace(lon, lat);
    this.sog = sog === NO_SOG_LONG_RANGE ? Number.NaN : sog;
    this.cog = degreesOrNaN(payload.uint(LONG_RANGE.cog, 9));
    this.status = payload.uint(LONG_RANGE.status, 4);
  }
}

function degreesOrNaN(degrees: number): number {
  return degrees < 360 ? degrees : Number.NaN;
}
