/*
 * Where the fields of each message type begin, in bits (ITU-R M.1371-5, annex 8, tables 48 to 90). The
 * widths are the same wherever a field occurs, but for the aircraft and the long-range report.
 */

/** Types 1, 2 and 3. */
export const CLASS_A = {
  status: 38,
  turn: 42,
  sog: 50,
  accuracy: 60,
  lon: 61,
  lat: 89,
  cog: 116,
  heading: 128,
  second: 137,
  maneuver: 143,
  raim: 148,
  radio: 149,
} as const;

/** Types 4 and 11. */
export const BASE_STATION = {
  year: 38,
  month: 52,
  day: 56,
  hour: 61,
  minute: 66,
  second: 72,
  accuracy: 78,
  lon: 79,
  lat: 107,
  epfd: 134,
  raim: 148,
  radio: 149,
} as const;

/** Type 5. */
export const VOYAGE = {
  version: 38,
  imo: 40,
  callSign: 70,
  name: 112,
  shipType: 232,
  dimensions: 240,
  epfd: 270,
  month: 274,
  day: 278,
  hour: 283,
  minute: 288,
  draught: 294,
  destination: 302,
  dte: 422,
} as const;

/** Type 9. Speed in whole knots. */
export const AIRCRAFT = {
  altitude: 38,
  sog: 50,
  accuracy: 60,
  lon: 61,
  lat: 89,
  cog: 116,
  second: 128,
  regional: 134,
  dte: 142,
  raim: 147,
  radio: 148,
} as const;

/** Type 18, and the head of type 19. */
export const CLASS_B = {
  reserved: 38,
  sog: 46,
  accuracy: 56,
  lon: 57,
  lat: 85,
  cog: 112,
  heading: 124,
  second: 133,
  regional: 139,
  carrierSense: 141,
  display: 142,
  dsc: 143,
  band: 144,
  message22: 145,
  raim: 147,
  radio: 148,
} as const;

/** The rest of type 19. */
export const CLASS_B_EXTENDED = {
  name: 143,
  shipType: 263,
  dimensions: 271,
  epfd: 301,
  raim: 305,
  dte: 306,
  assigned: 307,
} as const;

/** Type 21. The name goes on at `nameExtension` by up to 14 characters. */
export const AID = {
  aidType: 38,
  name: 43,
  accuracy: 163,
  lon: 164,
  lat: 192,
  dimensions: 219,
  epfd: 249,
  second: 253,
  offPosition: 259,
  regional: 260,
  raim: 268,
  virtual: 269,
  nameExtension: 272,
} as const;

/** Type 24: part 0 (A) has the name, part 1 (B) the rest. */
export const CLASS_B_STATIC = {
  part: 38,
  name: 40,
  shipType: 40,
  vendor: 48,
  model: 66,
  serial: 70,
  callSign: 90,
  dimensions: 132,
  mothership: 132,
} as const;

/** Type 27. Position in 1/10 minute, speed in whole knots, course in whole degrees. */
export const LONG_RANGE = {
  accuracy: 38,
  raim: 39,
  status: 40,
  lon: 44,
  lat: 62,
  sog: 79,
  cog: 85,
  gnss: 94,
} as const;
