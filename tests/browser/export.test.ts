import { readFileSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseReady, openFresh, openStage, type Stage } from './harness.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

async function openDialog(size = {}) {
  const fresh = await openFresh(stage, size);
  await fresh.page.goto(stage.url);
  await caseReady(fresh.page);
  await fresh.page.locator('.inspector-actions').getByRole('button', { name: 'Export' }).click();
  await fresh.page.getByRole('heading', { name: 'Export' }).waitFor();
  return fresh;
}

async function saved(page: Page): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save file' }).click(),
  ]);
  await page.getByText(/^Saved, /).waitFor();
  return { download, bytes: readFileSync(await download.path()) };
}

describe('the export dialog', () => {
  test('saves the chosen ship under the name it shows, with as many rows as it says', async () => {
    const { page, context, faults } = await openDialog();
    expect(await page.locator('.export-mark').textContent()).toContain('reconstructed');
    const { download, bytes } = await saved(page);
    const name = download.suggestedFilename();
    expect(name).toMatch(/^rajin-shuttle-[a-z0-9-]+-tracks-reconstructed\.csv$/);
    expect(await page.locator('.export-name').textContent()).toBe(name);
    const rows = bytes.toString().trimEnd().split('\r\n').slice(1);
    expect(await page.locator('.export-foot strong').textContent()).toBe(
      `${rows.length.toLocaleString('en')} reports`,
    );
    expect(rows.every(row => row.includes(',reconstructed,'))).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('makes Parquet, whose writer is fetched then, under the policy of the page', async () => {
    const { page, context, faults } = await openDialog();
    await page.getByRole('radio', { name: /^Parquet/ }).check();
    const { bytes } = await saved(page);
    expect([bytes.subarray(0, 4), bytes.subarray(-4)].map(String)).toEqual(['PAR1', 'PAR1']);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('events that are dropped on the page are called what they are', async () => {
    const { page, context } = await openDialog();
    await page.getByRole('radio', { name: /^Events/ }).check();
    await page.getByRole('radio', { name: /^GeoJSON/ }).check();
    const { download, bytes } = await saved(page);
    await page.keyboard.press('Escape');
    await page.evaluate(
      ([name, text]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text!], name!));
        document.body.dispatchEvent(
          new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
      },
      [download.suggestedFilename(), bytes.toString()],
    );
    await page.getByText(/an export of events: load the tracks they were made from/).waitFor();
    await context.close();
  });

  test('is done with the keyboard alone', async () => {
    const { page, context } = await openFresh(stage);
    await page.goto(stage.url);
    await caseReady(page);
    await page.locator('.inspector-actions').getByRole('button', { name: 'Export' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: /^Tracks/ }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: /^Events/ }).isChecked()).toBe(true);
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      if (
        await page
          .getByRole('button', { name: 'Save file' })
          .evaluate(node => node === document.activeElement)
      )
        break;
    }
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/-events-reconstructed\.csv$/);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await context.close();
  });

  test.each([
    { title: 'night, wide', width: 1440, height: 900, colorScheme: 'dark' as const },
    { title: 'day, wide', width: 1440, height: 900, colorScheme: 'light' as const },
    { title: 'night, phone', width: 390, height: 844, colorScheme: 'dark' as const },
  ])('axe finds no violation: $title', async size => {
    const { page, context } = await openDialog(size);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
    const widths = await page.locator('dialog').evaluate(node => [node.scrollWidth, node.clientWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
    await context.close();
  });
});
