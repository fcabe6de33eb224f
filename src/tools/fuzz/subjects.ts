import { AIS_TOKENS, sealAisLog, writeAisLog } from './ais-log.ts';
import { decodeTrial, engineTrial, unpackTrial, utf16Trial } from './content-trial.ts';
import { CSV_TOKENS, writeDanishCsv, writeGenericCsv, writeNoaaCsv } from './csv-files.ts';
import type { Dice } from './dice.ts';
import { GEOJSON_TOKENS, STREAM_TOKENS, writeGeoJson, writeStream } from './json-files.ts';
import { PACKED_TOKENS, writePacked, writeParquet, writeUtf16 } from './packed-files.ts';
import { parquetTrial, positionTrial } from './position-trial.ts';
import type { Subject } from './subject.ts';
import {
  TABLE_TOKENS,
  writeEuTable,
  writeList,
  writeOfac,
  writePorts,
  writeSightings,
} from './table-files.ts';
import { listTrial, ofacPartTrial, portsTrial, sightingsTrial, sniffTrial } from './table-trial.ts';
import { GPX_TOKENS, KML_TOKENS, writeGpx, writeKml } from './xml-files.ts';

const WRITERS: readonly ((dice: Dice) => string)[] = [
  writeAisLog,
  writeGenericCsv,
  writeNoaaCsv,
  writeDanishCsv,
  writeStream,
  writeGeoJson,
  writeGpx,
  writeKml,
  writeList,
  writeEuTable,
  writeSightings,
  writePorts,
];
const ALL_TOKENS: readonly string[] = [
  ...AIS_TOKENS,
  ...CSV_TOKENS,
  ...STREAM_TOKENS,
  ...GEOJSON_TOKENS,
  ...GPX_TOKENS,
  ...KML_TOKENS,
  ...TABLE_TOKENS,
];

const writeAny = (dice: Dice): string => dice.pick(WRITERS)(dice);
const writeAnyBytes = (dice: Dice): string | Uint8Array => {
  if (dice.percent(60)) return writeAny(dice);
  return dice.percent(50) ? writeParquet(dice) : writeUtf16(writeAny(dice), dice);
};

/** The readers under test. To add one is to add a row. */
export const SUBJECTS: readonly Subject[] = [
  {
    name: 'aivdm',
    share: 60,
    tokens: AIS_TOKENS,
    write: writeAisLog,
    seal: sealAisLog,
    open: positionTrial('aivdm'),
  },
  { name: 'decode', share: 20, tokens: AIS_TOKENS, write: writeAisLog, seal: sealAisLog, open: decodeTrial },
  { name: 'csv', share: 150, tokens: CSV_TOKENS, write: writeGenericCsv, open: positionTrial('csv') },
  { name: 'noaa-csv', share: 15, tokens: CSV_TOKENS, write: writeNoaaCsv, open: positionTrial('noaa-csv') },
  {
    name: 'danish-csv',
    share: 15,
    tokens: CSV_TOKENS,
    write: writeDanishCsv,
    open: positionTrial('danish-csv'),
  },
  {
    name: 'aisstream',
    share: 90,
    tokens: STREAM_TOKENS,
    write: writeStream,
    open: positionTrial('aisstream'),
  },
  {
    name: 'geojson',
    share: 180,
    tokens: GEOJSON_TOKENS,
    write: writeGeoJson,
    open: positionTrial('geojson'),
  },
  { name: 'gpx', share: 50, tokens: GPX_TOKENS, write: writeGpx, open: positionTrial('gpx') },
  { name: 'kml', share: 50, tokens: KML_TOKENS, write: writeKml, open: positionTrial('kml') },
  {
    name: 'parquet',
    share: 2,
    isWhole: true,
    tokens: PACKED_TOKENS,
    write: writeParquet,
    open: parquetTrial,
  },
  {
    name: 'ofac',
    share: 20,
    tokens: TABLE_TOKENS,
    write: dice => writeOfac(dice, false),
    isWhole: true,
    open: listTrial,
  },
  {
    name: 'ofac-part',
    share: 10,
    tokens: TABLE_TOKENS,
    write: dice => writeOfac(dice, true),
    isWhole: true,
    open: ofacPartTrial,
  },
  { name: 'eu-table', share: 15, tokens: TABLE_TOKENS, write: writeEuTable, isWhole: true, open: listTrial },
  { name: 'list-csv', share: 20, tokens: TABLE_TOKENS, write: writeList, isWhole: true, open: listTrial },
  {
    name: 'sightings',
    share: 120,
    tokens: TABLE_TOKENS,
    write: writeSightings,
    isWhole: true,
    open: sightingsTrial,
  },
  { name: 'ports', share: 120, tokens: TABLE_TOKENS, write: writePorts, isWhole: true, open: portsTrial },
  { name: 'sniff', share: 40, tokens: ALL_TOKENS, write: writeAny, isWhole: true, open: sniffTrial },
  {
    name: 'unpack',
    share: 3,
    isWhole: true,
    tokens: PACKED_TOKENS,
    write: dice => writePacked(writeAny(dice), dice),
    open: unpackTrial,
  },
  {
    name: 'utf-16',
    share: 20,
    tokens: ALL_TOKENS,
    write: dice => writeUtf16(writeAny(dice), dice),
    open: utf16Trial,
  },
  { name: 'engine', share: 2, tokens: ALL_TOKENS, write: writeAnyBytes, open: engineTrial },
];
