import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseReady, openFresh, openStage, ROOT, type Stage } from './harness.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const STREAM = resolve(ROOT, 'fixtures/nmea/dma-aislib/stream_example.txt');

describe('files dropped on the page', () => {
  test('a log is read in the worker, reported row by row, and its ships are there', async () => {
    const { page, context, faults } = await openCase();
    await dropFiles(page, [{ name: 'stream.txt', text: readFileSync(STREAM, 'latin1') }]);
    const report = page.locator('.import-jobs .import-report');
    await report.waitFor();
    expect(await report.textContent()).toMatch(/8,551 rows read, 8,141 kept, 410 set aside/);
    await page.waitForFunction(() =>
      /1,7\d\d ships/.test(document.querySelector('.top-data')?.textContent ?? ''),
    );
    expect(faults).toEqual([]);
    await context.close();
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
    },
    {
      name: 'cut-off.txt',
      text: readFileSync(STREAM, 'latin1').slice(0, 3000),
      says: /cut-off\.txt:61: expected a whole sentence/,
    },
    {
      name: 'list.csv',
      text: 'name,imo,authority\n',
      says: /list\.csv: expected a list with at least one ship/,
    },
  ])('$name is refused with file and line, and the case stays', async ({ name, text, says }) => {
    const { page, context } = await openCase();
    const before = await page.locator('.top-data').textContent();
    await dropFiles(page, [{ name, text }]);
    await page.locator('.import-failed').waitFor();
    expect(await page.locator('.import-failed').textContent()).toMatch(says);
    expect(await page.locator('.top-data').textContent()).toBe(before);
    await context.close();
  });

  test('times without a zone are asked about, never guessed', async () => {
    const { page, context } = await openCase();
    const rows = [0, 1, 2].map(i => `273000001,2024-03-01 0${i}:00:00,43.1,131.9`);
    await dropFiles(page, [{ name: 'no-zone.csv', text: `mmsi,time,lat,lon\n${rows.join('\n')}\n` }]);
    await page.getByText('Which clock wrote them?').waitFor();
    await page.getByLabel('Vladivostok, UTC+10').check();
    await page.getByRole('button', { name: 'Read it again' }).click();
    await page.getByText(/3 rows read, 3 kept, none set aside/).waitFor();
    await page.waitForFunction(() => /5 ships/.test(document.querySelector('.top-data')?.textContent ?? ''));
    await context.close();
  });

  test('a log that is cut off can be read as far as it goes', async () => {
    const { page, context } = await openCase();
    await dropFiles(page, [{ name: 'cut-off.txt', text: readFileSync(STREAM, 'latin1').slice(0, 3000) }]);
    await page.getByRole('button', { name: 'Read what is there' }).click();
    await page.getByText(/61 rows read, 58 kept, 3 set aside/).waitFor();
    await context.close();
  });

  test('a long import shows its progress, can be cancelled, and leaves the case as it was', async () => {
    const { page, context, faults } = await openCase();
    const before = await page.locator('.top-data').textContent();
    await page.evaluate(() => {
      const row = (i: number): string =>
        `2730000${String(i % 90).padStart(2, '0')},${new Date(1.7e12 + i * 1000).toISOString()},43.1,131.9,0.1\n`;
      const block = Array.from({ length: 100_000 }, (_, i) => row(i)).join('');
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
    await page.waitForFunction(() =>
      /[1-9]\d* %/.test(document.querySelector('.import-jobs')?.textContent ?? ''),
    );
    await page.waitForFunction(() =>
      /rows\/s/.test(document.querySelector('.import-jobs')?.textContent ?? ''),
    );
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('cancelled, nothing of it was kept').waitFor();
    expect(await page.locator('.top-data').textContent()).toBe(before);
    await dropFiles(page, [
      { name: 'next.csv', text: 'mmsi,time,lat,lon\n273000001,2024-03-01T00:00:00Z,43.1,131.9\n' },
    ]);
    await page.waitForFunction(() =>
      /5 ships · 16,618/.test(document.querySelector('.top-data')?.textContent ?? ''),
    );
    expect(faults).toEqual([]);
    await context.close();
  });

  test('an input can be taken out of the case', async () => {
    const { page, context } = await openCase();
    await dropFiles(page, [
      { name: 'one.csv', text: 'mmsi,time,lat,lon\n273000001,2024-03-01T00:00:00Z,43.1,131.9\n' },
    ]);
    await page.waitForFunction(() => /5 ships/.test(document.querySelector('.top-data')?.textContent ?? ''));
    await page
      .locator('.import-case li', { hasText: 'one.csv' })
      .getByRole('button', { name: 'Remove' })
      .click();
    await page.waitForFunction(() => /4 ships/.test(document.querySelector('.top-data')?.textContent ?? ''));
    await context.close();
  });

  test('names full of markup stay text and run nothing', async () => {
    const { page, context, faults } = await openCase();
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
    await context.close();
  });
});

async function openCase() {
  const fresh = await openFresh(stage);
  await fresh.page.goto(stage.url);
  await caseReady(fresh.page);
  return fresh;
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
