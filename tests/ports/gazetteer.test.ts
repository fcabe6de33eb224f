import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { distanceM } from '../../src/core/geo/index.ts';
import { Gazetteer, type Port } from '../../src/core/ports/index.ts';
import { readGazetteerJson } from '../../src/formats/gazetteer-json.ts';

const file = new URL('../../public/ports/gazetteer.json', import.meta.url);
const bundled = readGazetteerJson(new Uint8Array(readFileSync(file)), 'gazetteer.json');

describe('the bundled gazetteer', () => {
  test('has the whole World Port Index but one row that it gives twice, and Dunai', () => {
    expect(bundled.ports).toHaveLength(3824 - 1 + 1);
    expect(bundled.find('Seydisfjordur').map(({ id }) => id)).toEqual(['ISSEY']);
    expect(new Set(bundled.ports.map(({ id }) => id)).size).toBe(bundled.ports.length);
  });

  test('every port has a country, a code, a basis and a place', () => {
    const faulty = bundled.ports.filter(
      ({ country, code, lon, lat, basis, radiusM, uncertaintyM }) =>
        !/^[A-Z]{2}$/.test(country) ||
        !/^[A-Z0-9]{2,3}$/.test(code) ||
        basis === '' ||
        !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90) ||
        !(radiusM >= 3000 && uncertaintyM > 0),
    );
    expect(faulty).toEqual([]);
  });

  test('no port keeps the UN/LOCODE of a namesake abroad', () => {
    expect(bundled.find('RULED').map(({ name }) => name)).toEqual(['St Petersburg']);
    expect(bundled.find('St Petersburg').map(({ country }) => country)).toEqual(['RU', 'US']);
    expect(bundled.find('Mehamnfjorden')[0]).toMatchObject({ country: 'NO', locode: 'NOMEH' });
  });

  test.each([
    ['Rajin', 'KPRJN', 'RJN'],
    ['Najin', 'KPRJN', 'RJN'],
    ['Rason', 'KPRJN', 'RJN'],
    ['Rashin', 'KPRJN', 'RJN'],
    ['나진', 'KPRJN', 'RJN'],
    ['라진', 'KPRJN', 'RJN'],
    ['Раджин', 'KPRJN', 'RJN'],
    ['KP RJN', 'KPRJN', 'RJN'],
    ['kprjn', 'KPRJN', 'RJN'],
    ['Sonbong', 'wpi-60520', 'SBG'],
    ['Unggi', 'wpi-60520', 'SBG'],
    ['Senbong', 'wpi-60520', 'SBG'],
    ["Ch'ongjin", 'KPCHO', 'CHO'],
    ['Songjin', 'KPSON', 'SON'],
    ['Kimchaek', 'KPSON', 'SON'],
    ['Dunai', 'dunai', 'DUN'],
    ['Dunay', 'dunai', 'DUN'],
    ['Дунай', 'dunai', 'DUN'],
    ['Vostochny', 'RUVYP', 'VYP'],
    ['Vostochnyy', 'RUVYP', 'VYP'],
    ['Восточный', 'RUVYP', 'VYP'],
    ['Vladivostok', 'RUVVO', 'VVO'],
    ['Владивосток', 'RUVVO', 'VVO'],
    ['블라디보스토크', 'RUVVO', 'VVO'],
    ['Posyet', 'RUPSE', 'PSE'],
    ['Новороссийск', 'RUNVS', 'NVS'],
    ['Zhoushan', 'CNZOS', 'ZOS'],
    ['Zhangjiagang', 'CNZJG', 'ZJG'],
    ['Zhangjiagang (Daxin terminal)', 'CNZJG', 'ZJG'],
    ['Vung Tau', 'VNVUT', 'VUT'],
    ['Suez', 'EGSUZ', 'SUZ'],
    ['As Suways', 'EGSUZ', 'SUZ'],
  ])('%s is %s (%s)', (text, id, code) => {
    expect(bundled.find(text).map(port => [port.id, port.code])).toEqual([[id, code]]);
  });

  test.each([
    'Rajin<->Dunai',
    'anchorage E of Vladivostok',
    'east of Vladivostok',
    'Suez -> Mediterranean',
    '',
    '()',
  ])('%s is no port', text => {
    expect(bundled.find(text)).toEqual([]);
  });

  test.each(['Sinuiju', 'Sinpo', 'Odaejin', 'Tanchon', 'Taean', '신포', 'KPSII'])(
    '%s is known without a place',
    name => {
      expect(bundled.find(name)).toEqual([]);
      expect(bundled.findUnplaced(name)).toMatchObject({ country: 'KP' });
    },
  );

  test('all North Korean ports are of concern, and no Korean, Japanese or Chinese one', () => {
    const concern = (country: string): string[] =>
      bundled.ports.filter(port => port.country === country && port.concern).map(port => port.name);
    expect(concern('KP')).toHaveLength(10);
    expect(bundled.ports.filter(port => port.country === 'KP')).toHaveLength(10);
    expect([...concern('KR'), ...concern('JP'), ...concern('CN')]).toEqual([]);
    expect(concern('RU')).toEqual(
      expect.arrayContaining(['Vostochny', 'Dunai', 'Slavyanka', 'Zarubino', 'Posyet']),
    );
    expect(concern('RU')).toHaveLength(27);
  });

  test('occupied ports are Ukrainian by law and under Russian control', () => {
    const occupied = bundled.ports.filter(({ controlledBy }) => controlledBy !== null);
    expect(
      occupied.map(({ country, controlledBy, concern }) => `${country} ${controlledBy} ${concern}`),
    ).toEqual(Array(11).fill('UA RU true'));
    expect(bundled.byId('UASVP')).toMatchObject({ name: 'Sevastopol', controlledBy: 'RU' });
    expect(bundled.byId('UAODS')).toMatchObject({ country: 'UA', controlledBy: null, concern: false });
  });

  test('neither position of Vostochny and neither of Dunai lies outside the port', () => {
    const holds = (id: string, lon: number, lat: number): boolean => {
      const port = bundled.byId(id)!;
      return distanceM(port.lon, port.lat, lon, lat) <= port.radiusM;
    };
    expect(holds('RUVYP', 133.083333, 42.75)).toBe(true);
    expect(holds('RUVYP', 133.0041, 42.7634)).toBe(true);
    expect(holds('dunai', 132.3375, 42.8803)).toBe(true);
    expect(holds('dunai', 132.3333, 42.9333)).toBe(true);
  });

  test.each([
    ['KPRJN', 'dunai', 98.6],
    ['KPRJN', 'RUVVO', 88.3],
    ['dunai', 'RUVYP', 29.5],
  ])('%s to %s is about %f nm', (a, b, nm) => {
    const [from, to] = [bundled.byId(a)!, bundled.byId(b)!];
    expect(Math.abs(distanceM(from.lon, from.lat, to.lon, to.lat) / 1852 - nm)).toBeLessThan(1);
  });
});

describe('look-up by place', () => {
  const seed = 93_580_10;
  const random = mulberry32(seed);
  const synthetic = new Gazetteer(Array.from({ length: 600 }, (_, index) => randomPort(index, random)));

  test.each([
    ['bundled', bundled],
    ['synthetic', synthetic],
  ])('candidates hold every port whose exit radius holds the point (%s)', (_name, gazetteer) => {
    let held = 0;
    for (let i = 0; i < 4000; i++) {
      const [lon, lat] = randomPoint(gazetteer, random);
      const candidates = gazetteer.candidates(lon, lat);
      const within = gazetteer.ports.flatMap(({ lon: x, lat: y, radiusM }, index) =>
        distanceM(x, y, lon, lat) <= radiusM + 1000 ? [index] : [],
      );
      const missing = within.filter(index => !candidates.includes(index));
      expect(missing, `seed ${seed}, point ${lon} ${lat}`).toEqual([]);
      expect(candidates, `seed ${seed}, point ${lon} ${lat}`).toEqual([...candidates].sort((a, b) => a - b));
      held += within.length;
    }
    expect(held).toBeGreaterThan(1000);
  });

  test.each([
    ['bundled', bundled],
    ['synthetic', synthetic],
  ])('the nearest port is that of a search through all (%s)', (_name, gazetteer) => {
    for (let i = 0; i < 2000; i++) {
      const [lon, lat] = randomPoint(gazetteer, random);
      const withinM = [Number.POSITIVE_INFINITY, 20_000, 3000][i % 3]!;
      const distances = gazetteer.ports.map(port => distanceM(port.lon, port.lat, lon, lat));
      const least = Math.min(...distances);
      const found = gazetteer.nearest(lon, lat, withinM);
      const message = `seed ${seed}, point ${lon} ${lat}, within ${withinM}`;
      if (least > withinM) expect(found, message).toBe(-1);
      else expect(Math.abs(distances[found]! - least), message).toBeLessThan(0.001);
    }
  });

  test('longitudes a turn apart are one', () => {
    const { lat } = bundled.byId('KPRJN')!;
    const lon = bundled.byId('KPRJN')!.lon + 0.012;
    for (const turn of [-360, 360, 720]) {
      expect(bundled.candidates(lon + turn, lat)).toEqual(bundled.candidates(lon, lat));
      expect(bundled.ports[bundled.nearest(lon + turn, lat)]!.id).toBe('KPRJN');
    }
  });

  test('at 180 degrees a port is found from both sides', () => {
    const gazetteer = new Gazetteer([{ ...randomPort(0, random), lon: 179.99, lat: -16, radiusM: 5000 }]);
    expect(gazetteer.candidates(-179.98, -16)).toEqual([0]);
    expect(gazetteer.nearest(-179.98, -16, 5000)).toBe(0);
  });

  test('at the pole every longitude finds it, and an antipode is far but nearest', () => {
    const gazetteer = new Gazetteer([{ ...randomPort(0, random), lon: 30, lat: 90 }]);
    for (const lon of [-180, -90, 0, 90, 179.999]) expect(gazetteer.candidates(lon, 89.98)).toEqual([0]);
    expect(gazetteer.candidates(0, 90)).toEqual([0]);
    expect(gazetteer.nearest(30, -90)).toBe(0);
  });

  test('of two ports at one place the first is given', () => {
    const port = randomPort(0, random);
    const gazetteer = new Gazetteer([
      { ...port, id: 'b' },
      { ...port, id: 'a' },
    ]);
    expect(gazetteer.nearest(port.lon, port.lat)).toBe(0);
    expect(gazetteer.nearest(port.lon + 0.01, port.lat)).toBe(0);
  });

  test('no place, no port', () => {
    expect(bundled.candidates(Number.NaN, 42)).toEqual([]);
    expect(bundled.candidates(130, Number.NaN)).toEqual([]);
    expect(bundled.nearest(Number.NaN, Number.NaN)).toBe(-1);
    expect(new Gazetteer([]).nearest(0, 0)).toBe(-1);
    expect(new Gazetteer([]).candidates(0, 0)).toEqual([]);
  });

  test('two ports with one id are a fault', () => {
    const port = randomPort(0, random);
    expect(() => new Gazetteer([port, port])).toThrow(`two ports have the id ${port.id}`);
  });
});

/** Anywhere, polar caps and the antimeridian more than their share, from 1 to 60 km wide. */
function randomPort(index: number, random: () => number): Port {
  const place = random();
  const lon = place < 0.3 ? normal(180 + (random() - 0.5)) : 360 * random() - 180;
  const lat = place > 0.7 ? Math.sign(random() - 0.5) * (90 - 3 * random() ** 2) : 180 * random() - 90;
  const id = `port-${index}`;
  return {
    id,
    name: id,
    aliases: [],
    code: 'POR',
    locode: '',
    country: 'XX',
    controlledBy: null,
    lon,
    lat,
    radiusM: 1000 + 59_000 * random() ** 3,
    basis: 'drawn by lot',
    uncertaintyM: 0,
    concern: false,
  };
}

/** Mostly near a port's rim, else anywhere. */
function randomPoint(gazetteer: Gazetteer, random: () => number): [lon: number, lat: number] {
  if (random() < 0.2) return [360 * random() - 180, 180 * random() - 90];
  const { lon, lat, radiusM } = gazetteer.ports[Math.floor(random() * gazetteer.ports.length)]!;
  const degrees = ((radiusM + 1000) / 111_195) * (0.8 + 0.4 * random());
  const bearing = 2 * Math.PI * random();
  const y = Math.max(-90, Math.min(90, lat + degrees * Math.cos(bearing)));
  const x = lon + (degrees * Math.sin(bearing)) / Math.max(0.001, Math.cos((lat * Math.PI) / 180));
  return [normal(x), y];
}

function normal(lon: number): number {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
