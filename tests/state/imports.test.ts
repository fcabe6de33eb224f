import { describe, expect, test } from 'vitest';
import { jobsAlike } from '../../src/state/import-job.ts';
import { fixture, SlowFile, shipRows, textFile } from '../engine/case-files.ts';
import { zipOf } from '../formats/archives.ts';
import { KeptStub, LADY_R, NOAA, Page } from './session-page.ts';

const REPLAY = fixture('nmea/dma-aislib/replay_dump.txt');
const MMSI = 273_210_440;
const GOOD = 'mmsi,time,lat,lon\n273210440,2024-03-12T00:00:00Z,42.7,131.9\n';
const NO_ZONE = { zoneMinutes: null };

/** Three reports of a ship with the header and time given. */
const rowsOf = (header: string, row: (i: number) => string): string =>
  `${header}\n${[0, 1, 2].map(row).join('\n')}\n`;
const twofold = (name: string) =>
  textFile(
    name,
    rowsOf('mmsi,time,lat,lon', i => `${MMSI},03/04/2024 0${i}:00,42.7,131.9`),
  );
const german = (name: string) =>
  textFile(
    name,
    rowsOf('mmsi,time,Breite,Laenge,note', i => `${MMSI},2024-03-12T0${i}:00:00Z,42.7,131.9,x`),
  );
const nobody = (name: string) =>
  textFile(
    name,
    rowsOf('time,lat,lon', i => `2024-03-12T0${i}:00:00Z,42.7,131.9`),
  );

describe('files dropped', () => {
  test('are read one after the other, then analysed once', async () => {
    const page = await Page.open();
    const kinds: string[] = [];
    page.store.subscribe(() => kinds.push(page.state.imports.map(({ state }) => state.kind).join(' ')));
    let analyses = 0;
    page.store.subscribe(() => {
      if (page.state.analysing) analyses++;
    });
    const before = page.data;
    await page.drop(NOAA, REPLAY);
    expect(page.state.dialog).toBe('import');
    expect([...new Set(kinds)].filter(Boolean)).toEqual([
      'waiting waiting',
      'reading waiting',
      'done waiting',
      'done reading',
      'done done',
    ]);
    expect(analyses).toBe(1);
    const [noaa] = page.state.imports;
    expect(noaa).toMatchObject({
      name: 'test_data_noaa_20230101.csv',
      bytes: 114_515,
      state: { file: { kind: 'positions', format: 'noaa-csv', rows: 1000, input: 1 } },
    });
    expect(page.data.vessels.length).toBeGreaterThan(before.vessels.length + 900);
    expect(page.data.inputs.map(({ input }) => input)).toEqual([0, 1, 2]);
  });

  test('one that fails leaves the case as it was and says why; the others are read', async () => {
    const page = await Page.open();
    const { data } = page;
    await page.drop(fixture('bad-input/no-good-row.csv'));
    expect(page.state.data).toBe(data);
    expect(page.job.state).toEqual({
      kind: 'failed',
      message: expect.stringMatching(/^no-good-row\.csv: expected rows with positions, found none in 3 rows/),
      canRetry: false,
    });
    await page.drop(fixture('bad-input/prose.txt'), NOAA, fixture('bad-input/empty.csv'));
    expect(page.kinds.map(([, kind]) => kind)).toEqual(['failed', 'failed', 'done', 'failed']);
    expect(page.data.inputs).toHaveLength(2);
    expect(page.data.inputs[0]).toEqual(data.inputs[0]);
  });

  test('half read before it fails, a file leaves no row behind', async () => {
    const page = await Page.open();
    await page.drop(textFile('half.csv', `${GOOD}"open`));
    expect(page.job.state.kind).toBe('failed');
    await page.drop(REPLAY);
    expect(page.data.vessels.flatMap(({ mmsi }) => mmsi)).not.toContain(MMSI);
  });

  test("OFAC's files go together whatever the order they are dropped in", async () => {
    const page = await Page.open();
    const lists = page.data.lists.length;
    await page.drop(...['add', 'alt', 'sdn'].map(part => fixture(`designations/ofac-2022-01/${part}.csv`)));
    expect(page.kinds).toEqual([
      ['sdn.csv', 'done'],
      ['add.csv', 'done'],
      ['alt.csv', 'done'],
    ]);
    expect(page.data.lists).toHaveLength(lists + 1);
  });

  test('of a zip each stand for themselves, in its place', async () => {
    const page = await Page.open();
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const data = new Blob([
      zipOf([
        { name: 'a.csv', content: bytes(GOOD) },
        { name: 'sub/b.txt', content: bytes('Dear colleague,\n') },
        { name: 'c.csv', content: bytes(shipRows(9179842)) },
      ]),
    ]);
    await page.drop({ name: 'three.zip', data }, NOAA);
    expect(page.kinds).toEqual([
      ['three.zip › a.csv', 'done'],
      ['three.zip › sub/b.txt', 'failed'],
      ['three.zip › c.csv', 'done'],
      ['test_data_noaa_20230101.csv', 'done'],
    ]);
    expect(page.data.inputs.map(({ name }) => name)).toEqual([
      'lady-r.csv',
      'three.zip › a.csv',
      'three.zip › c.csv',
      'test_data_noaa_20230101.csv',
    ]);
  });

  test('no file at all opens no dialog', async () => {
    const page = await Page.open();
    page.imports.add([]);
    expect(page.state.dialog).toBeNull();
  });

  test('in a thousand and one are asked about, and read or left as the answer says', async () => {
    const page = await Page.open();
    const files = Array.from({ length: 1001 }, (_, i) => textFile(`${i}.txt`, ''));
    page.imports.add(files);
    expect(page.state).toMatchObject({ dialog: 'import', heldFiles: 1001, imports: [] });
    page.imports.takeHeld(false);
    expect(page.state).toMatchObject({ heldFiles: 0, imports: [] });
    page.imports.add(files);
    page.imports.takeHeld(true);
    expect(page.state.heldFiles).toBe(0);
    expect(page.state.imports).toHaveLength(1001);
    page.imports.cancelAll();
    await page.settled();
  });
});

describe('a question', () => {
  test('about the zone is asked, and the file read with the one that is given', async () => {
    const page = await Page.open();
    await page.drop(fixture('bad-input/no-zone.csv'));
    expect(page.question).toMatchObject({
      remedy: 'zone',
      message: expect.stringMatching(/no-zone\.csv:2: expected a time with a zone/),
      found: expect.stringContaining('2024-03-12 00:00:00'),
      preview: { kind: 'positions', table: { header: ['mmsi', 'time', 'lat', 'lon'] } },
      answers: { zoneMinutes: null },
      isAsLastTime: false,
    });
    const { id } = page.job;
    page.imports.answer([id], { zoneMinutes: 540 }, false);
    expect(page.job.state.kind).toBe('reading');
    await page.settled();
    expect(page.job).toMatchObject({ id, state: { kind: 'done' } });
    const vessel = page.data.vessels.find(({ mmsi }) => mmsi.includes(MMSI));
    expect(vessel?.from).toBe(Date.UTC(2024, 2, 11, 15));
  });

  test('leads to the next one with what was said before', async () => {
    const page = await Page.open();
    await page.drop(twofold('twofold.csv'));
    expect(page.question.remedy).toBe('time-format');
    page.imports.answer(
      [page.job.id],
      { zoneMinutes: null, timeFormat: 'day-first', provider: 'mine' },
      false,
    );
    await page.settled();
    expect(page.question).toMatchObject({
      remedy: 'zone',
      answers: { timeFormat: 'day-first', provider: 'mine' },
    });
    page.imports.answer([page.job.id], { ...page.question.answers, zoneMinutes: 0 }, false);
    await page.settled();
    expect(page.job.state).toMatchObject({ kind: 'done', file: { provider: 'mine', rows: 3, accepted: 3 } });
    const vessel = page.data.vessels.find(({ mmsi }) => mmsi.includes(MMSI));
    expect(vessel?.from).toBe(Date.UTC(2024, 3, 3));
  });

  test('whose track it is puts the reports under that ship', async () => {
    const page = await Page.open();
    const { vessels } = page.data;
    await page.drop(nobody('track.csv'));
    expect(page.question.remedy).toBe('ship');
    page.imports.answer([page.job.id], { ...NO_ZONE, ship: { mmsi: 0, imo: 9161003 } }, false);
    await page.settled();
    expect(page.data.vessels.map(({ id }) => id)).toEqual(vessels.map(({ id }) => id));
    expect(page.data.vessels[0]!.reports).toBe(vessels[0]!.reports + 3);
  });

  test('of a log that is cut off: it is read as far as it goes where that is wanted', async () => {
    const page = await Page.open();
    const { data } = page;
    await page.drop(fixture('bad-input/last-line-cut.nmea'));
    expect(page.question.remedy).toBe('partial');
    expect(page.state.data).toBe(data);
    page.imports.answer([page.job.id], { zoneMinutes: null, partial: true }, false);
    await page.settled();
    expect(page.job.state).toMatchObject({ kind: 'done', file: { rows: 20, accepted: 18 } });
    expect(page.data.vessels.length).toBeGreaterThan(data.vessels.length);
  });

  test('can be put away, and the file with it', async () => {
    const page = await Page.open();
    const { data } = page;
    await page.drop(nobody('track.csv'));
    page.imports.putAway(page.job.id);
    expect(page.state.imports).toEqual([]);
    expect(page.state.data).toBe(data);
  });

  test('answered for all files alike is answered for those that ask it later too, and for no others', async () => {
    const page = await Page.open();
    const slow = new SlowFile(await NOAA.data.text(), 4);
    let answered = false;
    slow.onPart = async part => {
      if (part !== 2 || answered) return;
      answered = true;
      const ids = jobsAlike(
        page.state.imports,
        page.state.imports[1]!.state.kind === 'asking'
          ? page.state.imports[1]!.state.question
          : page.question,
      );
      page.imports.answer(
        ids.map(({ id }) => id),
        { zoneMinutes: 0, timeFormat: 'day-first' },
        true,
      );
    };
    await page.drop(
      twofold('1.csv'),
      twofold('2.csv'),
      { name: 'slow.csv', data: slow },
      twofold('3.csv'),
      nobody('4.csv'),
    );
    expect(page.kinds).toEqual([
      ['1.csv', 'done'],
      ['2.csv', 'done'],
      ['slow.csv', 'done'],
      ['3.csv', 'done'],
      ['4.csv', 'asking'],
    ]);
    await page.drop(twofold('5.csv'));
    expect(page.question.remedy).toBe('time-format');
  });

  test('is one and the same for files with one header alone', async () => {
    const page = await Page.open();
    const other = textFile(
      'other.csv',
      rowsOf('time,lat,lon,sog', i => `2024-03-12T0${i}:00:00Z,42.7,131.9,1`),
    );
    await page.drop(nobody('a.csv'), other, nobody('b.csv'), twofold('c.csv'));
    const [first] = page.state.imports;
    if (first?.state.kind !== 'asking') throw new Error('no question');
    const alike = jobsAlike(page.state.imports, first.state.question);
    expect(alike.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
  });

  test('of an unknown or settled file has no answer', async () => {
    const page = await Page.open();
    await page.drop(NOAA);
    const { imports } = page.state;
    page.imports.answer([page.job.id, 999], { zoneMinutes: 0 }, true);
    page.imports.retry(page.job.id);
    page.imports.retry(999);
    page.imports.cancel(page.job.id);
    page.imports.cancel(999);
    page.imports.putBack(page.job.id);
    page.imports.putAway(999);
    expect(page.state.imports).toBe(imports);
  });
});

describe('answers remembered', () => {
  const HEADER = ['mmsi', 'time', 'Breite', 'Laenge', 'note'];
  const COLUMNS = new Map([
    ['mmsi', 'mmsi'],
    ['time', 'time'],
    ['lat', 'Breite'],
    ['lon', 'Laenge'],
  ] as const);

  async function answered(kept: KeptStub): Promise<Page> {
    const page = await Page.open([LADY_R], { kept });
    await page.drop(german('first.csv'));
    expect(page.question.remedy).toBe('columns');
    page.imports.answer([page.job.id], { zoneMinutes: null, columns: COLUMNS }, false);
    await page.settled();
    expect(page.job.state).toMatchObject({ kind: 'done', knownHeader: null });
    return page;
  }

  test('read the columns of the next file with that header, also in another visit, and say so', async () => {
    const kept = new KeptStub();
    const page = await answered(kept);
    await page.drop(german('second.csv'));
    expect(page.job.state).toMatchObject({ kind: 'done', knownHeader: HEADER, file: { accepted: 3 } });
    const later = await Page.open([LADY_R], { kept });
    await later.drop(german('third.csv'));
    expect(later.job.state).toMatchObject({ kind: 'done', knownHeader: HEADER, file: { accepted: 3 } });
  });

  test('can be forgotten', async () => {
    const kept = new KeptStub();
    const page = await answered(kept);
    page.imports.forget(HEADER);
    await page.drop(german('second.csv'));
    expect(page.question.remedy).toBe('columns');
  });

  test('of zone and date order are offered, and never applied by themselves', async () => {
    const kept = new KeptStub();
    const page = await Page.open([LADY_R], { kept });
    await page.drop(twofold('first.csv'));
    page.imports.answer([page.job.id], { zoneMinutes: 600, timeFormat: 'day-first' }, false);
    await page.settled();
    const { length } = page.data.inputs;
    await page.drop(twofold('second.csv'));
    expect(page.question).toMatchObject({
      remedy: 'time-format',
      answers: { zoneMinutes: 600, timeFormat: 'day-first' },
      isAsLastTime: true,
    });
    expect(page.data.inputs).toHaveLength(length);
  });

  test('are none where the file was not read with them', async () => {
    const kept = new KeptStub();
    const page = await Page.open([LADY_R], { kept });
    await page.drop(twofold('first.csv'));
    page.imports.answer([page.job.id], { zoneMinutes: null, timeFormat: 'day-first' }, false);
    await page.settled();
    expect(page.question.remedy).toBe('zone');
    expect(kept.texts.size).toBe(0);
  });
});

describe('an import cancelled', () => {
  test('in its midst leaves the case as it was, and the next file is read', async () => {
    const page = await Page.open();
    const { data } = page;
    const slow = new SlowFile(await NOAA.data.text(), 8);
    slow.onPart = part => {
      if (part === 4) page.imports.cancel(page.state.imports[0]!.id);
    };
    await page.drop({ name: 'slow.csv', data: slow });
    expect(page.job.state).toEqual({ kind: 'cancelled' });
    expect(page.state.data).toBe(data);
    await page.drop(REPLAY);
    expect(page.data.inputs.map(({ name, input }) => [name, input])).toEqual([
      ['lady-r.csv', 0],
      ['replay_dump.txt', 1],
    ]);
  });

  test('can be taken up again', async () => {
    const page = await Page.open();
    page.imports.add([NOAA]);
    page.imports.cancel(page.job.id);
    await page.settled();
    page.imports.retry(page.job.id);
    await page.settled();
    expect(page.kinds).toEqual([['test_data_noaa_20230101.csv', 'done']]);
  });

  test('while it waits is never read', async () => {
    const page = await Page.open();
    page.imports.add([NOAA, REPLAY]);
    page.imports.cancel(page.job.id);
    await page.settled();
    expect(page.kinds.map(([, kind]) => kind)).toEqual(['done', 'cancelled']);
    expect(page.data.inputs).toHaveLength(2);
  });

  test('with all others leaves those that are through', async () => {
    const page = await Page.open();
    const slow = new SlowFile(await NOAA.data.text(), 8);
    slow.onPart = part => {
      if (part === 4) page.imports.cancelAll();
    };
    await page.drop(REPLAY, { name: 'slow.csv', data: slow }, NOAA);
    expect(page.kinds.map(([, kind]) => kind)).toEqual(['done', 'cancelled', 'cancelled']);
    expect(page.data.inputs.map(({ name }) => name)).toEqual(['lady-r.csv', 'replay_dump.txt']);
    page.imports.tidy();
    expect(page.state.imports).toEqual([]);
  });
});

describe('an input taken out', () => {
  test('goes with its ships, says so, and is put back from the notice as it was read', async () => {
    const page = await Page.open();
    await page.drop(fixture('bad-input/no-zone.csv'));
    page.imports.answer([page.job.id], { zoneMinutes: 540, provider: 'mine' }, false);
    await page.settled();
    const before = page.data.vessels.map(({ id, from, reports }) => [id, from, reports]);
    const [, file] = page.data.inputs;
    page.imports.tidy();
    await page.imports.remove(file!);
    expect(page.state.notice).toMatchObject({
      tone: 'plain',
      text: 'no-zone.csv was taken out of the case.',
      undo: { type: 'put back' },
    });
    expect(page.data.vessels.map(({ imo }) => imo)).toEqual([9161003]);
    expect(page.kinds).toEqual([['no-zone.csv', 'removed']]);
    page.imports.tidy();
    expect(page.state.imports).toEqual([]);
    page.session.undo(page.state.notice!.undo!);
    expect(page.state.notice).toBeNull();
    await page.settled();
    expect(page.data.vessels.map(({ id, from, reports }) => [id, from, reports])).toEqual(before);
    expect(page.data.inputs[1]).toMatchObject({ sha256: file!.sha256, provider: 'mine' });
  });

  test('that came with the case can be put back too, once', async () => {
    const page = await Page.open([LADY_R, NOAA]);
    const { length } = page.data.vessels;
    await page.imports.remove(page.data.inputs[1]!);
    const { undo } = page.state.notice!;
    page.session.undo(undo!);
    page.session.undo(undo!);
    await page.settled();
    expect(page.data.vessels).toHaveLength(length);
    expect(page.data.inputs).toHaveLength(2);
  });

  test('while others are read goes at once, not after them', async () => {
    const page = await Page.open([LADY_R, NOAA]);
    page.imports.add([REPLAY, textFile('good.csv', GOOD)]);
    const names: string[] = [];
    page.store.subscribe(() => names.push(page.data.inputs.map(({ name }) => name).join(' ')));
    await page.imports.remove(page.data.inputs[1]!);
    await page.settled();
    expect([...new Set(names)]).toEqual([
      'lady-r.csv test_data_noaa_20230101.csv',
      'lady-r.csv replay_dump.txt',
      'lady-r.csv replay_dump.txt good.csv',
    ]);
  });

  test('as the last one leaves an empty case that can be worked on, and the clock where it was', async () => {
    const page = await Page.open();
    const { time } = page.clock;
    await page.imports.remove(page.data.inputs[0]!);
    expect(page.data.vessels).toEqual([]);
    expect(page.clock.time).toBe(time);
    page.session.stepEvent(1);
    page.session.stepReport(-1);
    page.session.stepFinding(1);
    page.session.setWindow(0, 1);
    expect(page.clock.time).toBe(time);
    expect(page.session.viewLink('night')).not.toBeNull();
    await page.drop(NOAA);
    expect(page.data.vessels.length).toBeGreaterThan(900);
    expect(page.clock.time).toBe(page.data.to);
    expect(page.state.window).toEqual({ from: page.data.from, to: page.data.to });
  });

  test('that the engine does not know is told, and the case goes on', async () => {
    const page = await Page.open();
    await page.imports.remove({ ...page.data.inputs[0]!, input: 7 });
    expect(page.state.notice).toMatchObject({ tone: 'fault', text: 'no input 7 among 1' });
    expect(page.state.imports).toEqual([]);
    await page.drop(NOAA);
    expect(page.job.state.kind).toBe('done');
  });
});

describe('a file read differently', () => {
  test('takes the place of what it was before', async () => {
    const page = await Page.open();
    await page.drop(fixture('bad-input/no-zone.csv'));
    page.imports.answer([page.job.id], { zoneMinutes: 540, provider: 'mine' }, false);
    await page.settled();
    const id = await page.imports.readDifferently(page.data.inputs[1]!.input);
    expect(page.job.id).toBe(id);
    expect(page.question).toMatchObject({ remedy: null, answers: { zoneMinutes: 540, provider: 'mine' } });
    expect(page.data.inputs).toHaveLength(2);
    page.imports.answer([id!], { zoneMinutes: 0 }, false);
    await page.settled();
    expect(page.data.inputs.map(({ name }) => name)).toEqual(['lady-r.csv', 'no-zone.csv']);
    const vessel = page.data.vessels.find(({ mmsi }) => mmsi.includes(MMSI));
    expect(vessel?.from).toBe(Date.UTC(2024, 2, 12));
    expect(vessel?.reports).toBe(page.data.inputs[1]!.accepted);
  });

  test('that fails so leaves the case as it was, and asks on', async () => {
    const page = await Page.open([LADY_R, textFile('good.csv', GOOD)]);
    const { data } = page;
    const id = await page.imports.readDifferently(1);
    const columns = new Map([
      ['mmsi', 'mmsi'],
      ['time', 'time'],
      ['lat', 'lat'],
      ['lon', ''],
    ] as const);
    page.imports.answer([id!], { zoneMinutes: null, columns }, false);
    await page.settled();
    expect(page.question.remedy).toBe('columns');
    expect(page.state.data).toBe(data);
    page.imports.putAway(id!);
    expect(page.state.imports).toEqual([]);
    expect(await page.imports.readDifferently(7)).toBeNull();
  });
});

describe('an address', () => {
  test.each([
    ['', /Give the address/],
    ['http://[', /no address/],
    ['ftp://example.org/a.csv', /Only https and http/],
    ['javascript:alert(1)', /Only https and http/],
    ['file:///etc/passwd', /Only https and http/],
    ['https://me:secret@example.org/a.csv', /a name or a password/],
    ['http://example.org/a.csv', /by https only/],
  ])('%j is refused with the reason', async (text, why) => {
    const page = await Page.open();
    expect(page.imports.addAddress(text)).toEqual({ kind: 'bad', why: expect.stringMatching(why) });
    expect(page.state.imports).toEqual([]);
  });

  test('on the page’s own server is fetched at once', async () => {
    const page = await Page.open();
    const asked: string[] = [];
    page.fetchFile = async ({ url, isOwn }) => {
      asked.push(`${url.href} ${isOwn}`);
      return new Blob([GOOD]);
    };
    expect(page.imports.addAddress('../data/gro%C3%9F.csv')).toEqual({ kind: 'taken' });
    await page.settled();
    expect(asked).toEqual(['https://wakeline.example/data/gro%C3%9F.csv true']);
    expect(page.kinds).toEqual([['groß.csv', 'done']]);
  });

  test('on another server is fetched with leave only, given for that server and this visit', async () => {
    const page = await Page.open();
    const asked: string[] = [];
    page.fetchFile = async ({ url }) => {
      asked.push(url.href);
      return new Blob([GOOD]);
    };
    const leave = { kind: 'ask leave', origin: 'https://data.example' };
    expect(page.imports.addAddress('https://data.example/a.csv')).toEqual(leave);
    expect(asked).toEqual([]);
    page.imports.allowOrigin('https://data.example');
    expect(page.imports.addAddress('https://data.example/a.csv')).toEqual({ kind: 'taken' });
    expect(page.imports.addAddress('https://data.example/b.csv')).toEqual({ kind: 'taken' });
    expect(page.imports.addAddress('https://data.example:8443/b.csv')).toMatchObject({ kind: 'ask leave' });
    expect(page.imports.addAddress('http://localhost:8000/b.csv')).toMatchObject({ kind: 'ask leave' });
    await page.settled();
    expect(asked).toEqual(['https://data.example/a.csv', 'https://data.example/b.csv']);
    const other = await Page.open();
    expect(other.imports.addAddress('https://data.example/a.csv')).toEqual(leave);
  });

  test('that gives nothing says why, and can be tried again', async () => {
    const page = await Page.open();
    page.fetchFile = () => Promise.reject(new Error('the server has no such file (404).'));
    page.imports.addAddress('a.csv');
    await page.settled();
    const message =
      'https://wakeline.example/app/a.csv could not be fetched: the server has no such file (404).';
    expect(page.job.state).toEqual({ kind: 'failed', message, canRetry: true });
    page.fetchFile = async () => new Blob([GOOD]);
    page.imports.retry(page.job.id);
    await page.settled();
    expect(page.job.state.kind).toBe('done');
  });

  test('that is cancelled stops, and what comes after counts for nothing', async () => {
    const page = await Page.open();
    const { data } = page;
    let isAborted = false;
    page.fetchFile = async (_, { signal, onProgress }) => {
      onProgress(10, 100);
      signal.addEventListener('abort', () => {
        isAborted = true;
      });
      await new Promise(resolve => setTimeout(resolve, 5));
      onProgress(20, 100);
      return new Blob([GOOD]);
    };
    page.imports.addAddress('a.csv');
    expect(page.job.state).toMatchObject({ kind: 'fetching', bytes: 10, totalBytes: 100 });
    page.imports.cancel(page.job.id);
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(isAborted).toBe(true);
    expect(page.job.state).toEqual({ kind: 'cancelled' });
    expect(page.state.data).toBe(data);
  });
});
