import { describe, expect, test } from 'vitest';
import {
  columnNamed,
  isPositionColumn,
  PositionColumns,
  plainName,
} from '../../src/formats/position-columns.ts';

function namesOf(header: string): Record<string, string> {
  return Object.fromEntries(new PositionColumns(header.split(',')).names);
}

describe('by name', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'VesselFinder',
      'MMSI,TIMESTAMP,LATITUDE,LONGITUDE,COURSE,SPEED,HEADING,NAVSTAT,IMO,NAME,CALLSIGN,TYPE,A,B,C,D,DRAUGHT,DEST,ETA',
      {
        mmsi: 'MMSI',
        time: 'TIMESTAMP',
        lat: 'LATITUDE',
        lon: 'LONGITUDE',
        cog: 'COURSE',
        sog: 'SPEED',
        heading: 'HEADING',
        status: 'NAVSTAT',
        imo: 'IMO',
        name: 'NAME',
        callSign: 'CALLSIGN',
        shipType: 'TYPE',
        draught: 'DRAUGHT',
        destination: 'DEST',
      },
    ],
    [
      'MarineTraffic, whose ship_id is no MMSI',
      'SHIP_ID,STATUS,SPEED,LON,LAT,COURSE,HEADING,TIMESTAMP',
      {
        status: 'STATUS',
        sog: 'SPEED',
        lon: 'LON',
        lat: 'LAT',
        cog: 'COURSE',
        heading: 'HEADING',
        time: 'TIMESTAMP',
      },
    ],
    [
      'exactEarth by way of the UN Global Platform: codes before words',
      'mmsi,imo,vessel_name,callsign,vessel_type,vessel_type_code,length,width,flag_country,destination,draught,longitude,latitude,sog,cog,rot,heading,nav_status,nav_status_code,source,dt_pos_utc,dt_static_utc',
      {
        mmsi: 'mmsi',
        imo: 'imo',
        name: 'vessel_name',
        callSign: 'callsign',
        shipType: 'vessel_type_code',
        length: 'length',
        beam: 'width',
        destination: 'destination',
        draught: 'draught',
        lon: 'longitude',
        lat: 'latitude',
        sog: 'sog',
        cog: 'cog',
        heading: 'heading',
        status: 'nav_status_code',
        source: 'source',
        time: 'dt_pos_utc',
      },
    ],
    [
      'Global Fishing Watch',
      'mmsi,timestamp,distance_from_shore,speed,course,lat,lon,is_fishing,source',
      {
        mmsi: 'mmsi',
        time: 'timestamp',
        sog: 'speed',
        cog: 'course',
        lat: 'lat',
        lon: 'lon',
        source: 'source',
      },
    ],
    [
      'Brest',
      'sourcemmsi,navigationalstatus,rateofturn,speedoverground,courseoverground,trueheading,lon,lat,t',
      {
        mmsi: 'sourcemmsi',
        status: 'navigationalstatus',
        sog: 'speedoverground',
        cog: 'courseoverground',
        heading: 'trueheading',
        lon: 'lon',
        lat: 'lat',
        time: 't',
      },
    ],
    [
      'BarentsWatch',
      'courseOverGround,latitude,longitude,name,shipType,speedOverGround,trueHeading,mmsi,msgtime',
      {
        cog: 'courseOverGround',
        lat: 'latitude',
        lon: 'longitude',
        name: 'name',
        shipType: 'shipType',
        sog: 'speedOverGround',
        heading: 'trueHeading',
        mmsi: 'mmsi',
        time: 'msgtime',
      },
    ],
    [
      'other units and other numbers of ships are left alone',
      'vessel_id,track_id,time,lat,lon,speed_kmh,speed_ms,length_ft,heading_rad',
      { time: 'time', lat: 'lat', lon: 'lon' },
    ],
    [
      'date and time apart, blanks around names',
      ' MMSI , Date , Time , Lat (deg) ,Lon_deg',
      { mmsi: 'MMSI', date: 'Date', time: 'Time', lat: 'Lat (deg)', lon: 'Lon_deg' },
    ],
    ['of two with one name the first', 'lat,LAT,mmsi', { lat: 'lat', mmsi: 'mmsi' }],
    ['nothing known', 'a,b,constructor,__proto__,,', {}],
  ])('%s', (_, header, names) => {
    expect(namesOf(header)).toEqual(names);
  });

  test('one name alone', () => {
    expect(columnNamed('Base_Date Time')).toBe('time');
    expect(columnNamed('ship_id')).toBeUndefined();
    expect(columnNamed('')).toBeUndefined();
    expect(isPositionColumn('callSign')).toBe(true);
    expect(isPositionColumn('toString')).toBe(false);
    expect(plainName(' Längen-Grad (°) 纬度')).toBe('längengrad纬度');
  });
});

describe('by choice', () => {
  const HEADER = ['mmsi', 'time', ' Breite ', 'lat', 'lon', 'speed', 'Breite'];

  test('a name chosen counts, others go by their names', () => {
    const columns = new PositionColumns(HEADER, new Map([['lat', 'Breite ']]));
    expect(columns.indexOf('lat')).toBe(2);
    expect(columns.indexOf('lon')).toBe(4);
    expect(columns.absent).toEqual([]);
    expect(columns.names.get('lat')).toBe('Breite');
  });

  test('a column chosen for one meaning is not guessed for another', () => {
    const columns = new PositionColumns(
      ['mmsi', 'time', 'lat', 'lon', 'speed'],
      new Map([['draught', 'speed']]),
    );
    expect(columns.has('sog')).toBe(false);
    expect(columns.indexOf('draught')).toBe(4);
  });

  test('one column may be chosen for two meanings', () => {
    const columns = new PositionColumns(
      ['ship', 'a'],
      new Map([['mmsi', 'a'] as const, ['imo', 'a'] as const]),
    );
    expect([columns.indexOf('mmsi'), columns.indexOf('imo'), columns.indexOf('name')]).toEqual([1, 1, 0]);
  });

  test('an empty name is not read', () => {
    const columns = new PositionColumns(HEADER, new Map([['sog', ' ']]));
    expect(columns.has('sog')).toBe(false);
    expect(columns.indexOf('sog')).toBe(-1);
  });

  test('a name that is not there is told, and its meaning guessed', () => {
    const columns = new PositionColumns(
      HEADER,
      new Map([['lat', 'Bogen'] as const, ['cog', 'Kurs'] as const]),
    );
    expect(columns.absent).toEqual(['Bogen', 'Kurs']);
    expect(columns.indexOf('lat')).toBe(3);
    expect(columns.has('cog')).toBe(false);
  });
});
