import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseReady, openFresh, openStage, type Stage } from './harness.ts';

/** The event after noon of 12 March 2024: MARIA falls silent. */
const NEXT_EVENT = '12 Mar 2024 20:22:14 UTC';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

describe('the first voyage', () => {
  test('opens, replays, copies a link that reopens the same view and finding', async () => {
    const { page, context, faults } = await openFresh(stage);
    await page.goto(stage.url);
    await caseReady(page);
    await page.locator('.map-box[data-ready="true"]').waitFor();
    expect(await page.locator('.top-data').textContent()).toMatch(
      /4 ships · 16,617 reports · .*reconstructed/,
    );

    const finding = page
      .getByRole('option', { name: /LADY R.*Rajin.*March 2024|LADY R.*Rajin.*Mar 2024/ })
      .first();
    await finding.click();
    const sentence = page.getByRole('heading', { name: /LADY R had time to call at Rajin/ });
    await sentence.waitFor();
    expect(await page.locator('.app-inspector').textContent()).toContain('supported');

    const atOpening = await clockText(page);
    await page.keyboard.press('k');
    await clockLeaves(page, atOpening);
    await page.keyboard.press('k');
    await page.keyboard.press(']');
    await page.getByText(NEXT_EVENT).waitFor();
    const time = await clockText(page);

    const link = await copyLink(page);
    expect(link).toMatch(/#1\.[\w-]+$/);
    expect(link.length).toBeLessThan(850);
    expect(faults).toEqual([]);
    await context.close();

    const fresh = await openFresh(stage);
    await fresh.page.goto(link);
    await caseReady(fresh.page);
    await fresh.page.locator('.map-box[data-ready="true"]').waitFor();
    await fresh.page.getByText('Same view, identical data').waitFor();
    expect(await clockText(fresh.page)).toBe(time);
    await fresh.page.keyboard.press('Escape');
    await fresh.page.getByText('Same view, identical data').waitFor({ state: 'detached' });
    expect(await copyLink(fresh.page)).toBe(link);
    await fresh.page.getByRole('heading', { name: /LADY R had time to call at Rajin/ }).waitFor();
    expect(await fresh.page.locator('[role=option][aria-selected=true]').textContent()).toContain('LADY R');
    expect(fresh.faults).toEqual([]);
    await fresh.context.close();
  });

  test('on a phone it shows all that was seen', async () => {
    const wide = await openFresh(stage);
    await wide.page.goto(stage.url);
    await caseReady(wide.page);
    await wide.page.locator('.map-box[data-ready="true"]').waitFor();
    const link = await copyLink(wide.page);
    await wide.context.close();

    const phone = await openFresh(stage, { width: 390, height: 844 });
    await phone.page.goto(link);
    await phone.page.getByText('Same view, identical data').waitFor();
    await phone.page.locator('.map-box[data-ready="true"]').waitFor();
    expect(await phone.page.locator('.map-title').textContent()).toContain('ANGARA, 7 to 12 September 2023');
    const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(390);
    expect(phone.faults).toEqual([]);
    await phone.context.close();
  });

  test('a link with one character changed opens nothing and says so', async () => {
    const { page, context } = await openFresh(stage);
    await page.goto(`${stage.url}#1.AAAAAAAAAAAAAAAAAAAA`);
    await caseReady(page);
    await page.getByText(/This link is damaged/).waitFor();
    await context.close();
  });
});

function clockText(page: Page): Promise<string | null> {
  return page.locator('.top-clock time').getAttribute('datetime');
}

async function clockLeaves(page: Page, time: string | null): Promise<void> {
  await page.waitForFunction(
    before => document.querySelector('.top-clock time')?.getAttribute('datetime') !== before,
    time,
  );
}

/** The link holds time, camera, selection and filters to their last digit: equal links are equal views. */
async function copyLink(page: Page): Promise<string> {
  await page.keyboard.press('c');
  await page.getByText(/Link copied/).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}
