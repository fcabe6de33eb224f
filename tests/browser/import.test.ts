import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { zipOf } from '../formats/archives.ts';
import { caseReady, openFresh, openStage, ROOT, type Stage } from './harness.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** Pages of the test at hand: one that fails must not go on working while the next are tested. */
const pages: Page[] = [];
afterEach(() => Promise.all(pages.splice(0).map(page => page.context().close())));

const STREAM = resolve(ROOT, 'fixtures/nmea/dma-aislib/stream_example.txt');

describe('files dropped on the page', () => {
  test('a log is read in the worker, reported row by row, and its ships are there', async () => {
    const { page, faults } = await openCase();
    await dropFiles(page, [{ name: 'stream.txt', text: readFileSync(STREAM, 'latin1') }]);
    await page.getByText('410 set aside').waitFor();
    expect(await page.locator('.import-sum').textContent()).toBe('8,551 rows read8,141 kept410 set aside');
    await page.waitForFunction(() =>
      /1,7\d\d ships/.test(document.querySelector('.top-data')?.textContent ?? ''),
    );
    expect(faults).toEqual([]);
  });

  test.each([
    { name: 'empty.csv', text: '', says: /empty\.csv: expected .* found an empty file/ },
    {
      name: 'notes.txt',
      text: 'Dear colleague,\nthe ships are late.\n',
      says: /notes\.txt:1: expected AIS sentences/,
    },
    {
      name: 'no-time.csv',
      text: 'mmsi,lat,lon\n273000000,42,131\n',
      says: /no-time\.csv:1: expected a time column/,
      isAsked: true,
    },
    {
      name: 'cut-off.txt',
      text: readFileSync(STREAM, 'latin1').slice(0, 3000),
      says: /cut-off\.txt:61: expected a whole sentence/,
      isAsked: true,
    },
    {
      name: 'list.csv',
      text: 'name,imo,authority\n',
      says: /list\.csv: expected a list with at least one ship/,
    },
  ])('$name is refused with file and line, and the case stays', async ({ name, text, says, isAsked }) => {
    const { page } = await openCase();
    const before = await topData(page).textContent();
    await dropFiles(page, [{ name, text }]);
    await page
      .getByText(isAsked ? '1 question' : 'not added')
      .first()
      .waitFor();
    expect(await page.locator('.import-detail').textContent()).toMatch(says);
    expect(await topData(page).textContent()).toBe(before);
  });

  test('a log that is cut off can be read as far as it goes', async () => {
    const { page } = await openCase();
    await dropFiles(page, [{ name: 'cut-off.txt', text: readFileSync(STREAM, 'latin1').slice(0, 3000) }]);
    await page.getByRole('button', { name: 'Read what is there' }).click();
    await sumSays(page, '61 rows read58 kept3 set aside');
  });

  test('a folder is read file by file, without what is hidden in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wakeline-'));
    mkdirSync(join(folder, 'north/.cache'), { recursive: true });
    writeFileSync(join(folder, 'north/b.csv'), GOOD);
    writeFileSync(join(folder, 'north/.DS_Store'), 'x');
    writeFileSync(join(folder, 'north/.cache/c.csv'), GOOD);
    writeFileSync(join(folder, 'a.csv'), GOOD);
    const { page } = await openCase();
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
    }
    await page.waitForFunction(() => /5 ships/.test(document.querySelector('.top-data')?.textContent ?? ''));
    const rows = await page.locator('.import-row[data-kind="done"] .import-name').allTextContents();
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    expect(rows).toEqual([`${name}/a.csv`, `${name}/north/b.csv`]);
    rmSync(folder, { recursive: true });
  });

  test('the files in a zip come one by one', async () => {
    const { page } = await openCase();
    const content = (text: string): Buffer => Buffer.from(text);
    const zip = zipOf([
      { name: 'one.csv', content: content(GOOD) },
      { name: 'two.txt', content: content('Dear colleague,\n') },
    ]);
    await dropFiles(page, [{ name: 'both.zip', text: zip.toString('latin1') }]);
    await row(page, 'both.zip › one.csv', 'ready').waitFor();
    await row(page, 'both.zip › two.txt', 'not added').waitFor();
  });

  test('a long import leaves the replay alone, is cancelled at once, and the case is as it was', async () => {
    const { page, faults } = await openCase();
    const before = await topData(page).textContent();
    const clock = () => page.locator('.top-clock time').getAttribute('datetime');
    await page.keyboard.press('Space');
    await dropLongFile(page);
    await page
      .getByText(/[1-9]\d* %/)
      .first()
      .waitFor();
    await page.getByText(/rows\/s/).waitFor();
    const started = await clock();
    await page.waitForFunction(
      was => document.querySelector('.top-clock time')?.getAttribute('datetime') !== was,
      started,
    );
    const words = await page.evaluate(async () => {
      const isCancel = ({ textContent }: Element): boolean => textContent === 'Cancel';
      [...document.querySelectorAll('button')].find(isCancel)?.click();
      await Promise.resolve();
      return document.querySelector('.import-detail')?.textContent;
    });
    expect(words, 'before anything else runs in the page').toMatch(/Cancelled. Nothing of it was kept./);
    expect(await topData(page).textContent()).toBe(before);
    await dropFiles(page, [{ name: 'next.csv', text: GOOD }]);
    await page.waitForFunction(() =>
      /5 ships · 16,620/.test(document.querySelector('.top-data')?.textContent ?? ''),
    );
    expect(faults).toEqual([]);
  });
});

describe('a question', () => {
  test('of order and zone is asked in one form, with the file’s own date, and never answered by itself', async () => {
    const { page, faults } = await openCase();
    await dropFiles(page, [{ name: 'twofold.csv', text: TWOFOLD }]);
    await page.getByRole('heading', { name: 'In which order are its dates written?' }).waitFor();
    await page.getByText('3 April 2024 10:00:00').waitFor();
    await page.getByText('4 March 2024 10:00:00').waitFor();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    const readIt = page.getByRole('button', { name: 'Read it', exact: true });
    await readIt.click();
    await page.getByRole('alert').getByText('Say in which order the dates are written.').waitFor();
    await page.getByLabel('Day first').check();
    await readIt.click();
    await page.getByRole('alert').getByText('Say which clock wrote the times.').waitFor();
    await page.getByLabel('Another').check();
    await page.getByLabel('Offset from UTC').fill('+10:30');
    await page.getByText('2 Apr 2024 23:30:00').waitFor();
    await page.getByLabel('Vladivostok').check();
    await readIt.click();
    await sumSays(page, '2 rows read2 kept');
    await page.getByText('3 Apr 2024 00:00 UTC to 3 Apr 2024 01:00 UTC').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('twofold.csv');
    expect(faults).toEqual([]);
  });

  test('of columns is answered once for all files alike, and remembered for the next visit', async () => {
    const { page, faults } = await openCase();
    const text = 'mmsi,time,Breite,Laenge,note\n273000001,2024-03-01T00:00:00Z,43.1,131.9,x\n';
    await dropFiles(
      page,
      ['a.csv', 'b.csv', 'c.csv'].map(name => ({ name, text })),
    );
    await page.getByLabel('Use for all 3 files like this').waitFor();
    await page.getByLabel('Meaning of Breite').selectOption('latitude');
    await page.getByLabel('Meaning of Laenge').selectOption('longitude');
    await page.getByRole('button', { name: 'Read it', exact: true }).click();
    await row(page, 'c.csv', 'ready').waitFor();
    await row(page, 'a.csv', 'ready').waitFor();
    await page.reload();
    await caseReady(page);
    await dropFiles(page, [{ name: 'd.csv', text }]);
    await row(page, 'd.csv', 'ready').waitFor();
    await page.getByText('Columns as last time.').waitFor();
    await page.getByRole('button', { name: 'Forget' }).click();
    await page.getByText('Forgotten').waitFor();
    await dropFiles(page, [{ name: 'e.csv', text }]);
    await row(page, 'e.csv', '1 question').waitFor();
    expect(faults).toEqual([]);
  });

  test('whose track it is tests the number and knows the ships of the case', async () => {
    const { page } = await openCase();
    await dropFiles(page, [{ name: 'track.csv', text: 'time,lat,lon\n2024-03-01T00:00:00Z,43.1,131.9\n' }]);
    const field = page.getByLabel('The file names no ship. Whose track is it?');
    await field.fill('9161004');
    await page.getByText('its check digit is wrong').first().waitFor();
    await field.fill('9161003');
    await page.getByText('Check digit correct. LADY R, already in this case.').waitFor();
    await page.getByText('More: provider').click();
    await page.getByLabel('Provider').fill('Spire');
    await page.getByLabel('synthetic: made for').check();
    await page.getByRole('button', { name: 'Read it', exact: true }).click();
    await sumSays(page, '1 rows read1 kept');
    await page.getByText('Spire').waitFor();
    await page.waitForFunction(() =>
      /4 ships · 16,618/.test(document.querySelector('.top-data')?.textContent ?? ''),
    );
  });
});

describe('a file of the case', () => {
  test('can be read differently', async () => {
    const { page } = await openCase();
    await dropFiles(page, [{ name: 'twofold.csv', text: TWOFOLD }]);
    await page.getByLabel('Day first').check();
    await page.getByLabel(/^UTC ?3 Apr/).check();
    await page.getByRole('button', { name: 'Read it', exact: true }).click();
    await page.getByText('3 Apr 2024 10:00 UTC').waitFor();
    await page.getByRole('button', { name: 'Read differently…' }).click();
    expect(await page.getByLabel('Day first').isChecked()).toBe(true);
    await page.getByLabel('Month first').check();
    await page.getByRole('button', { name: 'Read it', exact: true }).click();
    await page.getByText('4 Mar 2024 10:00 UTC').waitFor();
    // The old reading goes when the new one stands.
    await page.waitForFunction(() => {
      const rows = [...document.querySelectorAll('.import-row')];
      return rows.filter(row => row.textContent?.includes('twofold.csv')).length === 1;
    });
    expect(await page.locator('.top-data').textContent()).toContain('5 ships');
  });

  test('can be taken out and put back, from the list and from the notice', async () => {
    const { page } = await openCase();
    const ships = (count: number) =>
      page.waitForFunction(
        words => document.querySelector('.top-data')?.textContent?.includes(words),
        `${count} ships`,
      );
    await dropFiles(page, [{ name: 'one.csv', text: GOOD }]);
    await ships(5);
    await page.getByRole('button', { name: 'Remove' }).click();
    await ships(4);
    await page.locator('.import-detail').getByRole('button', { name: 'Put back' }).click();
    await ships(5);
    await page.getByRole('button', { name: 'Remove' }).click();
    await ships(4);
    await page.keyboard.press('Escape');
    await page.locator('.notice').getByRole('button', { name: 'Put back' }).click();
    await ships(5);
  });

  test('shows the very rows set aside, any other row, and its digest in whole', async () => {
    const { page } = await openCase();
    const text = `${GOOD}27x,2024-03-01T05:00:00Z,43.1,131.9\n`;
    await dropFiles(page, [{ name: 'one.csv', text }]);
    await page.getByRole('button', { name: 'Show row 5' }).click();
    const rows = page.getByRole('region', { name: 'Rows around 5' });
    await rows.waitFor();
    expect(await rows.locator('tr[data-wanted="true"]').textContent()).toBe(
      '527x,2024-03-01T05:00:00Z,43.1,131.9',
    );
    await page.getByLabel('Show row', { exact: true }).fill('1');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Rows around 1' }).getByText('mmsi,time,lat,lon').waitFor();
    await page.getByLabel('Show row', { exact: true }).fill('99');
    await page.keyboard.press('Enter');
    await page.getByText('The file has no row 99.').waitFor();
    await page.getByRole('button', { name: 'Copy the SHA-256' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a URL', () => {
  let server: Server;
  let origin: string;
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(
        `${request.method} ${request.url} ${request.headers.cookie ?? ''}${request.headers.referer ?? ''}`,
      );
      if (request.url === '/stranger.csv') {
        response.end(GOOD);
        return;
      }
      response.setHeader('Access-Control-Allow-Origin', '*');
      if (request.url === '/page') response.setHeader('Content-Type', 'text/html');
      if (request.url === '/endless.csv') {
        response.write(GOOD.repeat(1000));
        return;
      }
      if (request.url === '/none.csv') response.statusCode = 404;
      response.end(GOOD);
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('on the page’s own server is fetched by the page itself', async () => {
    const { page, faults } = await openCase();
    const url = await page.evaluate(
      () => performance.getEntriesByType('resource').find(({ name }) => /positions.*\.csv/.test(name))?.name,
    );
    await askFor(page, url!);
    await page.getByText('16,617 rows say the very same as another row of the case').waitFor();
    expect(await topData(page).textContent()).toMatch(/4 ships/);
    expect(await page.locator('iframe').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('on another server is fetched with leave, without referrer and cookies, by a frame that goes again', async () => {
    const { page, faults } = await openCase();
    asked.length = 0;
    await askFor(page, `${origin}/ships.csv`);
    await page.getByText(`Fetch from ${origin}?`).waitFor();
    expect(asked).toEqual([]);
    await page.getByRole('button', { name: 'Fetch it' }).click();
    await row(page, 'ships.csv', 'ready').waitFor();
    expect(asked).toEqual(['GET /ships.csv ']);
    expect(await page.locator('iframe').count()).toBe(0);
    expect(faults).toEqual([`request to ${origin}`]);
  });

  test('that gives no file says why in a line, and one that never ends is cancelled', async () => {
    const { page } = await openCase();
    await askFor(page, `${origin}/none.csv`);
    await page.getByRole('button', { name: 'Fetch it' }).click();
    await page.getByText('the server has no such file (404).').waitFor();
    await askFor(page, `${origin}/page`);
    await page.getByText('there is a web page at this address').waitFor();
    await askFor(page, `${origin}/stranger.csv`);
    await page.getByText('lets no other page read its files (CORS)').waitFor();
    await askFor(page, 'ftp://example.org/a.csv');
    await page.getByText('Only https and http addresses are fetched').waitFor();
    await askFor(page, `${origin}/endless.csv`);
    await page.getByText('size not given').waitFor();
    await page.locator('.import-detail').getByRole('button', { name: 'Cancel' }).click();
    await row(page, 'endless.csv', 'cancelled').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });

  test('in the address of the page fetches nothing', async () => {
    const { page, faults } = await openPage();
    asked.length = 0;
    await page.goto(`${stage.url}#${origin}/ships.csv`);
    await caseReady(page);
    expect(asked).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('can’t be fetched by the page around its policy, nor by the frame out of its sandbox', async () => {
    const { page } = await openCase();
    asked.length = 0;
    const outcome = await page.evaluate(
      url =>
        fetch(url).then(
          () => 'fetched',
          () => 'blocked',
        ),
      `${origin}/ships.csv`,
    );
    expect(outcome).toBe('blocked');
    const answer = await page.evaluate(async url => {
      const frame = document.createElement('iframe');
      frame.src = 'fetch-frame.html';
      const loaded = new Promise(done => frame.addEventListener('load', done));
      document.body.append(frame);
      await loaded;
      const { port1, port2 } = new MessageChannel();
      const answered = new Promise(done => {
        port1.onmessage = () => done('answered');
        setTimeout(() => done('silent'), 1000);
      });
      frame.contentWindow!.postMessage(url, '*', [port2]);
      return answered;
    }, `${origin}/ships.csv`);
    expect(answer).toBe('silent');
    expect(asked).toEqual([]);
  });
});

describe('axe finds no violation in any state of the dialog', () => {
  test.each([
    { title: 'night, wide', width: 1440, height: 900, colorScheme: 'dark' as const, contrast: null },
    { title: 'day, phone', width: 390, height: 844, colorScheme: 'light' as const, contrast: null },
    {
      title: 'high contrast',
      width: 1440,
      height: 900,
      colorScheme: 'dark' as const,
      contrast: 'more' as const,
    },
  ])('$title', async ({ contrast, ...look }) => {
    const { page } = await openCase(look);
    await page.emulateMedia({ contrast });
    await dropFiles(page, [
      { name: 'twofold.csv', text: TWOFOLD.replaceAll('mmsi', 'note') },
      { name: 'bad.txt', text: 'Dear colleague,\n' },
      { name: 'good.csv', text: `${GOOD}27x,2024-03-01T05:00:00Z,43.1,131.9\n` },
    ]);
    await row(page, 'good.csv', 'ready').waitFor();
    await page.getByText('More: provider').click();
    expect(await violations(page), 'question').toEqual([]);
    await row(page, 'bad.txt', 'not added').click();
    expect(await violations(page), 'failed').toEqual([]);
    await row(page, 'good.csv', 'ready').click();
    await page.getByRole('button', { name: 'Show row 5' }).click();
    await page.getByRole('region', { name: 'Rows around 5' }).waitFor();
    expect(await violations(page), 'report').toEqual([]);
    await page.getByRole('button', { name: 'Remove' }).click();
    expect(await violations(page), 'taken out').toEqual([]);
    await askFor(page, 'https://data.example/a.csv');
    await page.getByRole('button', { name: 'Fetch it' }).waitFor();
    expect(await violations(page), 'leave').toEqual([]);
  });
});

describe('text of files', () => {
  test('names full of markup stay text and run nothing', async () => {
    const { page, faults } = await openCase();
    const names = [
      '<img src=x onerror=window.ran=1>',
      '"><script>window.ran=1</script>',
      "javascript:window.ran=1//'",
      '<svg/onload=window.ran=1>',
      '{{constructor.constructor("window.ran=1")()}}',
      '\u202Eevil\u0000name',
    ];
    const rows = names.map(
      (name, i) => `27300000${i},2024-03-0${i + 1}T00:00:00Z,43.1,131.9,"${name.replaceAll('"', '""')}"`,
    );
    await dropFiles(page, [
      { name: '<b>evil</b>.csv', text: `mmsi,time,lat,lon,name\n${rows.join('\n')}\n` },
    ]);
    await page.waitForFunction(() => /10 ships/.test(document.querySelector('.top-data')?.textContent ?? ''));
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /Ships/ }).click();
    await page.getByText('<img src=x').first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('/');
    await page.keyboard.type('<svg');
    await page.locator('.search-hit', { hasText: '<svg' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined();
    expect(faults).toEqual([]);
  });
});

const GOOD = `mmsi,time,lat,lon\n${[0, 1, 2].map(i => `273000001,2024-03-01T0${i}:00:00Z,43.1,131.9`).join('\n')}\n`;
const TWOFOLD =
  'mmsi,time,lat,lon\n273000001,03/04/2024 10:00,43.1,131.9\n273000001,03/04/2024 11:00,43.1,131.9\n';

async function openPage(look: Parameters<typeof openFresh>[1] = {}) {
  const fresh = await openFresh(stage, look);
  pages.push(fresh.page);
  return fresh;
}

async function openCase(look: Parameters<typeof openFresh>[1] = {}) {
  const fresh = await openPage(look);
  await fresh.page.goto(stage.url);
  await caseReady(fresh.page);
  return fresh;
}

/** Violations as `rule: element`, one for each element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target} ${any[0]?.message ?? ''}`),
  );
}

function topData(page: Page): Locator {
  return page.locator('.top-data');
}

/** The row of a file in the list, once it says a word. */
function row(page: Page, name: string, word: string): Locator {
  return page.locator('.import-row').filter({ hasText: name }).filter({ hasText: word });
}

async function sumSays(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    text => document.querySelector('.import-sum')?.textContent?.startsWith(text),
    words,
  );
}

/** Types an address into the dialog, which is opened if it isn't, and asks for it. */
async function askFor(page: Page, url: string): Promise<void> {
  if ((await page.locator('dialog').count()) === 0) {
    await page.getByRole('button', { name: 'Add data', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Add files' }).click();
  await page.getByLabel('Or a URL').fill(url);
  await page.keyboard.press('Enter');
}

/** Drops files on the page as a person does: the page gets the very event that the browser sends. */
async function dropFiles(page: Page, files: readonly { name: string; text: string }[]): Promise<void> {
  await page.evaluate(items => {
    const transfer = new DataTransfer();
    for (const { name, text } of items) {
      transfer.items.add(new File([Uint8Array.from(text, c => c.charCodeAt(0))], name));
    }
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
  }, files);
}

/** Drops a file of six million reports. */
async function dropLongFile(page: Page): Promise<void> {
  await page.evaluate(() => {
    const line = (i: number): string =>
      `2730000${String(i % 90).padStart(2, '0')},${new Date(1.7e12 + i * 1000).toISOString()},43.1,131.9,0.1\n`;
    const block = Array.from({ length: 100_000 }, (_, i) => line(i)).join('');
    const file = new File(
      ['mmsi,time,lat,lon,sog\n', ...Array.from({ length: 60 }, () => block)],
      'long.csv',
    );
    const transfer = new DataTransfer();
    transfer.items.add(file);
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
  });
}
