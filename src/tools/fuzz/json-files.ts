import type { Dice } from './dice.ts';
import { hostileNumber, hostileText, hostileTime, soundDegrees, soundTime } from './words.ts';

type Members = Record<string, unknown>;

const MESSAGE_TYPES: readonly string[] = [
  'PositionReport',
  'PositionReport',
  'StandardClassBPositionReport',
  'ExtendedClassBPositionReport',
  'LongRangeAisBroadcastMessage',
  'AidsToNavigationReport',
  'BaseStationReport',
  'ShipStaticData',
  'StaticDataReport',
  'Interrogation',
  '__proto__',
];

/** Pieces of JSON Lines of aisstream.io. */
export const STREAM_TOKENS: readonly string[] = [
  '{"MessageType":"PositionReport",',
  '"MetaData":{"MMSI":273000001,"time_utc":"2024-03-12 08:29:43.25 +0000 UTC"}',
  '"Message":{"PositionReport":{"UserID":273000001,"Latitude":42.2,"Longitude":130.3}}',
  '"Valid":false',
  '"UserID":',
  '"ImoNumber":9161003',
  '"ReportB":',
  '"Dimension":',
  '"__proto__":',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '"',
  '\\u0000',
  '\\',
  'null',
  'true',
  '1e999',
  '-0',
  '\n',
  '\r\n',
  '\ufeff',
];

/** Pieces of GeoJSON. */
export const GEOJSON_TOKENS: readonly string[] = [
  '{"type":"FeatureCollection","features":[',
  '{"type":"Feature","geometry":',
  '{"type":"Point","coordinates":[130.3,42.2]}',
  '{"type":"LineString","coordinates":[[1,2],[3,4]]}',
  ',"properties":{"mmsi":273000001,"time":"2024-03-12T08:29:43Z"}}',
  '"times":["2024-03-12T08:29:43Z",1710232183000]',
  '"coordTimes":',
  '"coordinateProperties":',
  '"timestampExternal":1487579400000',
  '"__proto__":{"mmsi":1}',
  ']}',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  'null',
  '1e999',
  '[[[[[[[[',
  ' ',
  '\ufeff',
];

/** Writes one to three lines as aisstream.io sends them. */
export function writeStream(dice: Dice): string {
  const lines = Array.from({ length: dice.between(1, 3) }, () => JSON.stringify(streamLine(dice)));
  if (dice.percent(10)) lines.push(dice.pick(['', ' ', '[]', '"x"', lines[0]!.slice(0, 40)]));
  return lines.join(dice.pick(['\n', '\n', '\r\n'])) + dice.pick(['\n', '']);
}

/** Writes a collection of points and lines, Digitraffic's names among them. */
export function writeGeoJson(dice: Dice): string {
  const features = Array.from({ length: dice.between(1, 3) }, () => feature(dice));
  const root = dice.percent(95) ? { type: 'FeatureCollection', features } : features[0];
  return JSON.stringify(root, null, dice.pick([undefined, undefined, 1]));
}

function streamLine(dice: Dice): Members {
  const type = dice.pick(MESSAGE_TYPES);
  const userId = 200_000_000 + dice.below(600_000_000);
  const message = vary(
    {
      UserID: userId,
      Valid: !dice.percent(5),
      Latitude: Number(soundDegrees(dice, 90)),
      Longitude: Number(soundDegrees(dice, 180)),
      Sog: dice.pick([0, 10.2, 63, 102.3]),
      Cog: dice.pick([0, 359.9, 360]),
      TrueHeading: dice.pick([0, 359, 511]),
      NavigationalStatus: dice.below(17),
      ...(dice.percent(40) && staticMembers(dice)),
    },
    dice,
  );
  const metaData = vary(
    {
      MMSI: userId,
      ShipName: 'LADY R   ',
      time_utc: `${soundTime(dice).slice(0, -1).replace('T', ' ')} +0000 UTC`,
    },
    dice,
  );
  return vary({ MessageType: type, MetaData: metaData, Message: { [type]: message } }, dice);
}

function staticMembers(dice: Dice): Members {
  return {
    ImoNumber: dice.pick([0, 9_161_003, 9_161_004]),
    Name: 'LADY R@@@',
    CallSign: dice.pick(['', 'D5AB2']),
    Type: dice.below(100),
    Destination: 'RUVVO',
    MaximumStaticDraught: dice.pick([0, 8.5]),
    Dimension: { A: dice.below(300), B: 20, C: 10, D: 11 },
    ReportA: { Valid: dice.percent(50), Name: 'PART A' },
    ReportB: { Valid: dice.percent(50), CallSign: 'PART B', Dimension: { A: 1, B: 2, C: 3, D: 4 } },
  };
}

function feature(dice: Dice): Members {
  const isDigitraffic = dice.percent(20);
  const mmsi = 200_000_000 + dice.below(600_000_000);
  const time = dice.percent(30) ? 1_710_232_183_000 : soundTime(dice);
  const properties: Members = isDigitraffic
    ? { sog: 10.2, cog: 180.5, navStat: 0, heading: 181, timestamp: 59, timestampExternal: 1_487_579_400_000 }
    : {
        mmsi,
        time,
        speed: dice.pick(['12.5', 12.5, null]),
        ...(dice.percent(40) && { imo: 9_161_003, name: 'A' }),
      };
  const geometry = dice.percent(25) ? line(properties, dice) : point(dice);
  const base: Members = { type: 'Feature', ...(isDigitraffic && { mmsi }), geometry: vary(geometry, dice) };
  return vary({ ...base, properties: vary(properties, dice) }, dice);
}

function point(dice: Dice): Members {
  return { type: 'Point', coordinates: [Number(soundDegrees(dice, 180)), Number(soundDegrees(dice, 90))] };
}

/** A line, with its times among the properties. */
function line(properties: Members, dice: Dice): Members {
  const length = dice.between(0, 3);
  const times = Array.from({ length: dice.percent(90) ? length : 1 }, () => soundTime(dice));
  if (dice.percent(80)) properties[dice.pick(['times', 'coordTimes'])] = times;
  else properties.coordinateProperties = { times };
  return { type: 'LineString', coordinates: Array.from({ length }, () => point(dice).coordinates) };
}

/** The members, one of them now and then taken away or of another kind. */
function vary(members: Members, dice: Dice): Members {
  if (!dice.percent(12)) return members;
  const entries = Object.entries(members);
  const at = dice.below(entries.length);
  const name = entries[at]![0];
  if (dice.percent(25)) entries.splice(at, 1);
  else entries[at] = [dice.percent(90) ? name : '__proto__', strangeValue(dice)];
  return Object.fromEntries(entries);
}

function strangeValue(dice: Dice): unknown {
  return dice.pick<() => unknown>([
    () => null,
    () => [],
    () => ({}),
    () => [[], [[]]],
    () => dice.percent(50),
    () => -1,
    () => 1e300,
    () => hostileNumber(dice),
    () => hostileText(dice),
    () => hostileTime(dice),
  ])();
}
