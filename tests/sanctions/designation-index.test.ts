import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Designation,
  DesignationIndex,
  type Identity,
  isInForce,
  shipNameKey,
} from '../../src/core/sanctions/index.ts';
import { parseDay } from '../../src/core/time/index.ts';
import { isValidImo } from '../../src/core/vessel/index.ts';
import { bundledLists } from './bundled-lists.ts';
import { designation, listOf } from './designations.ts';

const NOBODY: Identity = { imo: 0, mmsi: [], callSigns: [], names: [] };
const LADY_R: Identity = { ...NOBODY, imo: 9161003, names: ['LADY R'] };
const ANGARA: Identity = { ...NOBODY, imo: 9179842, names: ['ANGARA'] };
const MAIA_1: Identity = { ...NOBODY, imo: 9358010, names: ['MAIA-1'] };
const MARIA: Identity = { ...NOBODY, imo: 8517839, names: ['MARIA'] };

const bundled = new DesignationIndex(bundledLists());

/** `US in force, KR not yet`: the ship's own verified listings on a day, matched for certain, sorted by authority. */
function own(identity: Identity, day: string): string {
  return bundled
    .designationsAt(identity, parseDay(day) + 43_200_000)
    .filter(item => item.via === null && item.strength === 'exact' && item.designation.verified)
    .map(
      item =>
        `${item.designation.authority} ${item.status}${item.daysToGo === null ? '' : ` ${item.daysToGo}`}`,
    )
    .join(', ');
}

describe('the four ships in the bundled lists', () => {
  test.each([
    ['LADY R', LADY_R, '2022-05-07', 'EU not yet 780, KR not yet 697, US not yet 1'],
    ['LADY R', LADY_R, '2022-05-08', 'EU not yet 779, KR not yet 696, US in force'],
    ['LADY R', LADY_R, '2024-03-12', 'EU not yet 105, KR not yet 22, US in force'],
    ['LADY R', LADY_R, '2024-04-14', 'EU not yet 72, KR in force, US in force'],
    ['LADY R', LADY_R, '2024-06-25', 'EU in force, KR in force, US in force'],
    ['ANGARA', ANGARA, '2022-05-08', 'EU not yet 779, KR not yet 696, US in force'],
    ['ANGARA', ANGARA, '2024-03-12', 'EU not yet 105, KR not yet 22, US in force'],
    ['ANGARA', ANGARA, '2024-04-14', 'EU not yet 72, KR in force, US in force'],
    ['MAIA-1', MAIA_1, '2022-05-07', 'EU not yet 780, KR not yet 748, US not yet 1'],
    ['MAIA-1', MAIA_1, '2024-05-23', 'EU not yet 33, KR not yet 1, US in force'],
    ['MAIA-1', MAIA_1, '2024-05-24', 'EU not yet 32, KR date unknown, US in force'],
    ['MAIA-1', MAIA_1, '2025-01-05', 'EU in force, KR date unknown, US in force'],
    ['MARIA', MARIA, '2022-05-08', 'EU not yet 779, KR not yet 747, US not yet 583'],
    ['MARIA', MARIA, '2023-12-11', 'EU not yet 197, KR not yet 165, US not yet 1'],
    ['MARIA', MARIA, '2023-12-12', 'EU not yet 196, KR not yet 164, US in force'],
    ['MARIA', MARIA, '2024-06-25', 'EU in force, KR date unknown, US in force'],
  ])('%s (%#) on %s', (_name, identity, day, expected) => {
    expect(own(identity, day)).toBe(expected);
  });

  test('the Korean listing of MAIA-1 has an announcement and no day of effect', () => {
    const korean = bundled
      .designationsAt(MAIA_1, parseDay('2024-07-01'))
      .find(item => item.designation.authority === 'KR' && item.strength === 'exact')!;
    expect(korean).toMatchObject({ since: null, why: 'announced 24 May 2024; date of effect not public' });
  });

  test('the American date comes from a notice, which is cited and not counted again', () => {
    const american = bundled.match(LADY_R).filter(match => match.designation.authority === 'US');
    expect(american.map(match => match.designation)).toMatchObject([
      { id: 'ofac-sdn-2026-excerpt:37095', datedBy: 'notices:US-9161003', effective: parseDay('2022-05-08') },
    ]);
    expect(american[0]!.designation.source).toContain('press 8 May 2022');
  });

  test('the European entry keeps its own day of effect and takes the announcement from the notice', () => {
    const european = bundled.match(LADY_R).filter(match => match.designation.authority === 'EU');
    expect(european.map(match => match.designation)).toMatchObject([
      {
        id: 'eu-833-2014-vessels:XLII.12',
        datedBy: null,
        announced: parseDay('2024-06-24'),
        effective: parseDay('2024-06-25'),
      },
    ]);
  });

  test('unverified rows are there, and count for nothing', () => {
    const british = bundled
      .designationsAt(LADY_R, parseDay('2025-01-01'))
      .filter(item => item.designation.authority === 'UK');
    expect(british).toMatchObject([{ status: 'in force', designation: { verified: false } }]);
    expect(british.some(isInForce)).toBe(false);
  });

  test('listings through the owner are shown and never the ship’s own', () => {
    const through = bundled.designationsAt(LADY_R, parseDay('2024-07-02')).filter(item => item.via !== null);
    expect(through.map(item => [item.designation.id, item.via, item.status])).toEqual([
      ['notices:CA-MG-FLOT', 'owner MG-FLOT LIMITED LIABILITY COMPANY', 'in force'],
      ['notices:JP-TRANSMORFLOT', 'owner MG-FLOT LIMITED LIABILITY COMPANY', 'in force'],
      ['notices:KR-TRANSMORFLOT', 'owner MG-FLOT LIMITED LIABILITY COMPANY', 'in force'],
      ['ofac-sdn-2026-excerpt:37049', 'owner MG-FLOT LIMITED LIABILITY COMPANY', 'date unknown'],
    ]);
    expect(through.some(isInForce)).toBe(false);
  });

  test('the owner of MARIA is known to Seoul by its short name', () => {
    const through = bundled.designationsAt(MARIA, parseDay('2024-07-02')).filter(item => item.via !== null);
    expect(through.map(item => item.designation.id)).toContain('notices:KR-IBEX');
  });
});

describe('ships that are easily taken for one another', () => {
  interface Collision {
    readonly name: string;
    readonly imo: string | null;
  }
  const file = new URL('../../fixtures/designations/ships-identity.json', import.meta.url);
  const { name_collision_cases: collisions } = JSON.parse(readFileSync(file, 'utf8')) as {
    name_collision_cases: Collision[];
  };
  const four = new Set([LADY_R.imo, ANGARA.imo, MAIA_1.imo, MARIA.imo]);

  test.each(collisions.filter(({ imo }) => imo !== null))(
    '$name $imo matches none of the four',
    ({ name, imo }) => {
      for (const names of [[name], ['LADY R', 'ANGARA', 'MAIA-1', 'NEPTUN', 'MARIA']]) {
        const matches = bundled.match({ ...NOBODY, imo: Number(imo), names });
        expect(matches.filter(match => four.has(match.designation.subject.imo))).toEqual([]);
      }
    },
  );

  test.each(collisions.filter(({ imo }) => imo === null))(
    '$name, without a number, is at most a lead',
    ({ name }) => {
      const matches = bundled.match({ ...NOBODY, names: [name] });
      expect(matches.filter(match => match.strength === 'exact')).toEqual([]);
    },
  );

  test('MARIA E 9617923 is not MARIA 8517839, and the reason is given', () => {
    const mariaE = { ...NOBODY, imo: 9617923, names: ['MARIA E', 'MARIA'] };
    const lookalikes = bundled
      .lookalikes(mariaE)
      .filter(({ designation: { authority } }) => authority === 'US');
    expect(lookalikes.map(({ reason }) => reason)).toEqual([
      "name MARIA equals the entry's, but the ship is IMO 9617923 and the entry IMO 8517839",
    ]);
  });

  test('NEPTUN 8404991 is not MAIA-1, the former NEPTUN', () => {
    const neptun = { ...NOBODY, imo: 8404991, names: ['NEPTUN'] };
    expect(bundled.match(neptun).map(match => [match.designation.id, match.how, match.strength])).toEqual([
      ['ofac-dprk-2023-01:24509', 'IMO', 'exact'],
      ['notices:KR-NEPTUN', 'name', 'lead'],
    ]);
    expect(bundled.lookalikes(neptun).map(({ designation: { id } }) => id)).toContain(
      'ofac-sdn-2026-excerpt:37098',
    );
  });

  test('a name is a lead where the ship has no number', () => {
    const [match] = bundled
      .match({ ...NOBODY, names: ['neptun'] })
      .filter(({ designation: { authority } }) => authority === 'US');
    expect(match).toMatchObject({ how: 'name', strength: 'lead' });
    expect(
      bundled.designationsAt({ ...NOBODY, names: ['LADY R'] }, parseDay('2025-01-01')).some(isInForce),
    ).toBe(false);
  });
});

describe('matching', () => {
  const listed = designation(
    {},
    { imo: 9161003, mmsi: 273210440, callSign: 'UBYT2', names: [{ text: 'SPARTA II', kind: 'former name' }] },
  );
  const index = new DesignationIndex([listOf('list', listed)]);

  test.each<[Partial<Identity>, string]>([
    [{ imo: 9161003 }, "IMO exact: IMO 9161003 equals the entry's"],
    [{ imo: 9161003, mmsi: [273210440], names: ['SPARTA 2'] }, "IMO exact: IMO 9161003 equals the entry's"],
    [
      { mmsi: [111, 273210440] },
      "MMSI exact: MMSI 273210440 equals the entry's, and no IMO number contradicts it",
    ],
    [
      { callSigns: ['ub yt2'] },
      "call sign lead: call sign ub yt2 equals the entry's UBYT2: a lead, no proof",
    ],
    [
      { names: ['M/V Sparta-2'] },
      "name lead: name M/V Sparta-2 equals the entry's former name SPARTA II: a lead, no proof",
    ],
    // A wrong check digit says nothing, so it contradicts nothing.
    [
      { imo: 9161004, mmsi: [273210440] },
      "MMSI exact: MMSI 273210440 equals the entry's, and no IMO number contradicts it",
    ],
    [{ imo: 9179842, mmsi: [273210440], callSigns: ['UBYT2'], names: ['SPARTA II'] }, ''],
    [{ names: [''], callSigns: [''] }, ''],
  ])('%o', (identity, expected) => {
    const matches = index.match({ ...NOBODY, ...identity });
    expect(matches.map(({ how, strength, reason }) => `${how} ${strength}: ${reason}`).join()).toBe(expected);
  });

  test('agrees with a search through all entries', () => {
    const seed = 20_240_312;
    const random = mulberry32(seed);
    const all = bundled.designations.filter(({ subject }) => subject.kind === 'vessel');
    let matches = 0;
    for (let i = 0; i < 500; i++) {
      const identity = randomIdentity(all, random);
      const found = bundled.match(identity).map(match => `${match.designation.id} ${match.how}`);
      expect(found.sort(), `seed ${seed}, ship ${JSON.stringify(identity)}`).toEqual(
        matchAll(all, identity).sort(),
      );
      matches += found.length;
    }
    expect(matches).toBeGreaterThan(300);
  });
});

describe('notices', () => {
  const notice = designation(
    {
      id: 'notices:1',
      list: 'notices',
      programme: 'RUSSIA-EO14024',
      announced: parseDay('2022-05-08'),
      effective: parseDay('2022-05-08'),
    },
    { imo: 9161003 },
  );
  const entry = designation({ programme: 'RUSSIA-EO14024, IRAN' }, { imo: 9161003 });
  const dated = (...[listed, told]: [Designation, Designation]): (string | null)[][] =>
    new DesignationIndex([listOf('list', listed), listOf('notices', told)]).designations.map(
      ({ id, datedBy }) => [id, datedBy],
    );

  test('date an entry of the same authority, ship and programme', () => {
    expect(dated(entry, notice)).toEqual([['list:1', 'notices:1']]);
    expect(dated({ ...entry, programme: '' }, notice)).toEqual([['list:1', 'notices:1']]);
  });

  test.each<[string, Designation, Designation]>([
    ['another programme', { ...entry, programme: 'DPRK4' }, notice],
    ['another authority', entry, { ...notice, authority: 'EU' }],
    ['another ship', entry, { ...notice, subject: { ...notice.subject, imo: 9179842 } }],
    ['no verification', entry, { ...notice, verified: false }],
    [
      'no number',
      { ...entry, subject: { ...entry.subject, imo: 0 } },
      { ...notice, subject: { ...notice.subject, imo: 0 } },
    ],
  ])('with %s date nothing and stand alone', (_why, listed, told) => {
    expect(dated(listed, told)).toEqual([
      ['list:1', null],
      ['notices:1', null],
    ]);
  });

  test('an entry’s own day stays, and a different one is noted', () => {
    const own = { ...entry, effective: parseDay('2022-05-09') };
    const [merged] = new DesignationIndex([listOf('list', own), listOf('notices', notice)]).designations;
    expect(merged).toMatchObject({
      effective: parseDay('2022-05-09'),
      announced: parseDay('2022-05-08'),
      datedBy: null,
      note: 'notice notices:1 gives 8 May 2022 as day of effect',
    });
  });
});

test('an entry of two editions is counted once, as the list given last has it', () => {
  const old = designation(
    { id: 'old:7', list: 'old', entry: '7', instrument: 'SDN uid 7' },
    { imo: 9161003 },
  );
  const lists = [listOf('list', old), listOf('list', { ...old, id: 'new:7', list: 'new' })];
  expect(new DesignationIndex(lists).match(LADY_R).map(match => match.designation.id)).toEqual(['new:7']);
  const other = { ...old, id: 'new:7', subject: { ...old.subject, imo: 9179842 } };
  expect(new DesignationIndex([listOf('list', old), listOf('list', other)]).designations).toHaveLength(2);
});

/** Every entry that agrees in a field, by the field that proves most, the slow and plain way. */
function matchAll(all: readonly Designation[], ship: Identity): string[] {
  const names = new Set(ship.names.map(shipNameKey));
  return all.flatMap(({ id, subject }) => {
    const how =
      subject.imo > 0 && subject.imo === ship.imo
        ? 'IMO'
        : subject.mmsi > 0 && ship.mmsi.includes(subject.mmsi)
          ? 'MMSI'
          : subject.callSign !== '' && ship.callSigns.includes(subject.callSign)
            ? 'call sign'
            : subject.names.some(({ text }) => names.has(shipNameKey(text)))
              ? 'name'
              : null;
    const contradicted = subject.imo !== ship.imo && isValidImo(subject.imo) && isValidImo(ship.imo);
    return how === null || contradicted ? [] : [`${id} ${how}`];
  });
}

/** A ship that borrows each of its fields from some entry, or has none. */
function randomIdentity(all: readonly Designation[], random: () => number): Identity {
  const pick = (): Designation['subject'] => all[Math.floor(random() * all.length)]!.subject;
  const often = <T>(value: T): T[] => (random() < 0.5 ? [value] : []);
  return {
    imo: random() < 0.5 ? pick().imo : 0,
    mmsi: often(pick().mmsi).filter(mmsi => mmsi > 0),
    callSigns: often(pick().callSign).filter(Boolean),
    names: [...often(pick().names[0]?.text ?? 'NOBODY'), ...often(pick().names.at(-1)?.text ?? 'NOBODY')],
  };
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
