import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/formats/input-error.ts';
import { sniff } from '../../src/formats/sniff.ts';
import {
  DMA_REPLAY,
  DMA_SMALL,
  DMA_STREAM,
  GPSD_EDGE_CASES,
  GPSD_SAMPLE,
  readLog,
} from '../ais/fixture-logs.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

const HEAD_BYTES = 64 * 1024;

function label(bytes: Uint8Array): string {
  const found = sniff(bytes.subarray(0, HEAD_BYTES), 'file');
  return 'format' in found ? `${found.kind} ${found.format}` : found.kind;
}

describe('real files', () => {
  test.each([DMA_STREAM, DMA_SMALL, DMA_REPLAY, GPSD_SAMPLE, GPSD_EDGE_CASES])('%s', log => {
    expect(label(readLog(log))).toBe('positions aivdm');
  });

  test('NOAA', () => {
    const bytes = readFileSync(new URL('../../fixtures/noaa/test_data_noaa_20230101.csv', import.meta.url));
    expect(label(new Uint8Array(bytes))).toBe('positions noaa-csv');
  });

  test.each([
    ['danish/by-schema.csv', 'positions danish-csv'],
    ['aisstream/by-schema.jsonl', 'positions aisstream'],
    ['digitraffic/locations_2017-02-20.geojson', 'positions geojson'],
    ['geojson/lines-and-points.geojson', 'positions geojson'],
  ])('%s', (path, what) => {
    const bytes = readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));
    expect(label(new Uint8Array(bytes))).toBe(what);
  });
});

describe('by their beginning', () => {
  test.each([
    ['!AIVDM,1,1,,A,15RTgt0PA', 'positions aivdm'],
    ['# a comment\n\n$PGHP,1,2010,6,11,11,46,11,390,231,45,992190934,1,2B*5B\n', 'positions aivdm'],
    ['\\s:r1,c:1354719388*00\\!BSVDM,1,1,,B,14QsDOP0,0*00\n', 'positions aivdm'],
    ['2024-03-12T08:29:43Z !--VDO,1,1,,B,14QsDOP0,0*00\n', 'positions aivdm'],
    ['$GPGGA,1,2*33\n$GPRMC,1\n!AIVDM,1,1,,A,15RTgt0PA,0*00\n', 'positions aivdm'],
    ['MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO\n', 'positions noaa-csv'],
    ['mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo\n', 'positions noaa-csv'],
    ['# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status\n', 'positions danish-csv'],
    ['Timestamp;Type of mobile;MMSI;Latitude;Longitude\n', 'positions danish-csv'],
    ['rest of a line"}}\n{"MetaData":{},"MessageType":"PositionReport"}\n', 'positions aisstream'],
    ['{"MessageType":"PositionReport","MetaData":{"ShipName":"!AIVDM,1"}}', 'positions aisstream'],
    ['\ufeff{ "features": [\n{ "type" : "Feature", ', 'positions geojson'],
    ['mmsi,time,lat,lon\n', 'positions csv'],
    ['\ufeffIMO;Timestamp;Latitude;Longitude\n1;2;3;4', 'positions csv'],
    ['mmsi,lat,lon\n1,2,3\n', 'positions csv'],
    ['mmsi,time\n1,2\n', 'positions csv'],
    ['id,mmsi,name,country,time,lat,lon\n', 'positions csv'],
    ['date_start,date_end,vessel,imo,place,kind,note,source\n', 'sightings'],
    ['date_start,date_end,vessel,place,kind,note,source\n', 'sightings'],
    ['id,name,country,lat,lon\n', 'ports'],
    ['id,name,country,lat,lon,radius_km\r\nKPRJN,Rajin,KP,42.2,130.3,3\r\n', 'ports'],
    ['celex,recordId,programKey,annex,measure,startDate,reason,schema,name\n', 'list eu-table'],
    ['36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n', 'list ofac-sdn'],
    ['36,25,-0- ,"Havana","Cuba",-0- \n', 'list ofac-add'],
    ['36,12,aka,AERO-CARIBBEAN,-0- \n', 'list ofac-alt'],
    ['ship,imo,authority,programme,list_or_instrument,announced,effective,status,sources\n', 'list list-csv'],
    ['name;imo;since\nLADY R;9161003;2022-05-08\n', 'list list-csv'],
    ['name,imo,authority', 'list list-csv'],
    // Names that say nothing, above a time and a place.
    ['who;when;up;across\nA;2024-03-12 08:29;42,2;130,3\n', 'positions csv'],
    ['船,时间,纬度,经度\nA,1710232183,42.2,130.3', 'positions csv'],
    ["a,b,c,d,e\n,,,,\nA,12.03.2024,8:29,42°13.5'N,130°18.2'E", 'positions csv'],
    ['ship,seen,up,across\nA,14/03/24 08:29,42.2,-130.3', 'positions csv'],
  ])('%j', (text, what) => {
    expect(label(bytesOf(text))).toBe(what);
  });
});

describe('anything else is refused in one clear line', () => {
  const expected =
    'AIS sentences (!AIVDM,…), messages of aisstream.io, GeoJSON, GPX, KML, Parquet, or a CSV of positions, sightings, ports or designations with its header line';

  test.each([
    ['', `file: expected ${expected}, found an empty file`],
    [' \n\t\n', `file: expected ${expected}, found nothing but blanks`],
    ['Dear Sir,\nplease find', `file:1: expected ${expected}, found ‘Dear Sir,’`],
    ['{"type":"Topology"}', `file:1: expected ${expected}, found ‘{"type":"Topology"}’`],
    ['[{"type":"Feature"}]', `file:1: expected ${expected}, found ‘[{"type":"Feature"}]’`],
    ['PK\u0003\u0004\u0000\u007f', `file:1: expected ${expected}, found ‘PK\\u0003\\u0004\\u0000\\u007f’`],
    ['"never closed', `file:1: expected ${expected}, found ‘"never closed’`],
    ['x'.repeat(100), `file:1: expected ${expected}, found ‘${'x'.repeat(60)}…’`],
    [
      '# !AIVDM,1,1,,A,15RTgt0PA,0*00',
      `file:1: expected ${expected}, found ‘# !AIVDM,1,1,,A,15RTgt0PA,0*00’`,
    ],
    ['name,imo\n', `file:1: expected ${expected}, found ‘name,imo’`],
    ['36,x,y\n', `file:1: expected ${expected}, found ‘36,x,y’`],
    // No time, no decimals, no place in range, no header.
    ['a,b,c\nx,42.2,130.3\n', `file:1: expected ${expected}, found ‘a,b,c’`],
    ['a,b,c\n2024-03-12T08:29Z,42,130\n', `file:1: expected ${expected}, found ‘a,b,c’`],
    ['a,b,c\n2024-03-12T08:29Z,42.2,230.3\n', `file:1: expected ${expected}, found ‘a,b,c’`],
    ['a,b,c\n273000001,42.2,130.3\n', `file:1: expected ${expected}, found ‘a,b,c’`],
    ['1,b,c\n2024-03-12T08:29Z,42.2,130.3\n', `file:1: expected ${expected}, found ‘1,b,c’`],
  ])('%j', (text, message) => {
    expect(() => sniff(bytesOf(text), 'file')).toThrow(InputError);
    expect(() => sniff(bytesOf(text), 'file')).toThrow(message);
  });

  test.each([
    '273000001,2024-03-12T08:29:43Z,42.2,130.3',
    'LADY R;12/03/2024 08:29;42,2259;130,3041',
    // As many fields as OFAC's files have.
    '273000001,1710232183,42.2259,130.3041,7.1,270',
    '273000001,LADY R,UBXX,42.2259,130.3041,2024-03-12 08:29,7.1,270,271,0,70,6',
  ])('positions without a header: %s', text => {
    expect(() => sniff(bytesOf(text), 'file')).toThrow(
      `file:1: expected a header line with column names, found ‘${text.slice(0, 60)}`,
    );
  });

  test.each(Array.from({ length: 8 }, (_, i) => 500 + i))('random bytes throw InputError, seed %i', seed => {
    const random = seededRandom(seed);
    const bytes = Uint8Array.from({ length: HEAD_BYTES }, () => Math.floor(random() * 256));
    expect(() => sniff(bytes, 'file')).toThrow(InputError);
  });
});
