import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseReady, openFresh, openStage, type Stage } from './harness.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

describe('axe finds no violation', () => {
  test.each([
    { title: 'night, wide', ...WIDE, colorScheme: 'dark' as const },
    { title: 'day, wide', ...WIDE, colorScheme: 'light' as const },
    { title: 'night, phone', ...PHONE, colorScheme: 'dark' as const },
  ])('$title', async ({ width, height, colorScheme }) => {
    const { page, context } = await openFresh(stage, { width, height, colorScheme });
    await page.goto(stage.url);
    await caseReady(page);
    expect(await violations(page), 'finding').toEqual([]);
    await page.getByRole('button', { name: 'Close' }).first().click();
    for (const tab of ['Ships', 'Ports', 'Lists', 'Findings']) {
      await page.getByRole('tab', { name: new RegExp(tab) }).click();
      expect(await violations(page), tab).toEqual([]);
    }
    for (const dialog of ['Add data', 'Share']) {
      await page.getByRole('button', { name: dialog, exact: true }).click();
      expect(await violations(page), dialog).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await context.close();
  });
});

describe('keys', () => {
  test('do what the list of keys says', async () => {
    const { page, context, faults } = await openFresh(stage);
    await page.goto(stage.url);
    await caseReady(page);
    const time = () => page.locator('.top-clock time').getAttribute('datetime');
    const settles = async (key: string): Promise<string | null> => {
      const before = await time();
      await page.keyboard.press(key);
      await page.waitForFunction(
        old => document.querySelector('.top-clock time')?.getAttribute('datetime') !== old,
        before,
      );
      return time();
    };
    const start = Date.parse((await time())!);
    expect(Date.parse((await settles('l'))!)).toBe(start + 600_000);
    expect(Date.parse((await settles('Shift+J'))!)).toBe(start + 600_000 - 3_600_000);
    expect(await settles('Home')).toBe('2023-08-12T04:00:44.000Z');
    expect(Date.parse((await settles('5'))!)).toBeGreaterThan(Date.parse('2024-06-01T00:00:00Z'));
    await settles('.');
    await settles('[');
    const first = await page.locator('.app-inspector h2').first().textContent();
    await page.keyboard.press('n');
    await page.waitForFunction(
      old => document.querySelector('.app-inspector h2')?.textContent !== old,
      first,
    );
    await page.keyboard.press('d');
    await page.getByLabel('Why is this no finding?').fill('a test of the keys');
    await page.keyboard.press('Enter');
    await page.getByText('Finding dismissed.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('42.2333, 130.3');
    await page.getByRole('option', { name: /42°14\.0′N 130°18\.0′E/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.app[data-selected="false"]').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

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
