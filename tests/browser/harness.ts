import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { findChromium } from '../../src/tools/chromium.mjs';

export const ROOT = resolve(import.meta.dirname, '../..');

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** The built page, served on loopback, and a real browser. */
export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  if (!existsSync(resolve(ROOT, 'dist/page/index.html'))) await build({ root: ROOT, logLevel: 'warn' });
  const server = await preview({ root: ROOT, logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the preview server has no address');
  const browser = await chromium.launch({ executablePath: findChromium().path, args: FLAGS });
  return {
    url,
    browser,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** A page in a fresh profile, with the faults that it met: console errors, exceptions, blocked or outside requests. */
export interface FreshPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
}

export async function openFresh(
  stage: Stage,
  { width = 1440, height = 900, colorScheme = 'dark' as 'dark' | 'light' } = {},
): Promise<FreshPage> {
  const context = await stage.browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', error => faults.push(String(error)));
  page.on('request', request => {
    const { protocol, origin } = new URL(request.url());
    if (!['blob:', 'data:'].includes(protocol) && origin !== new URL(stage.url).origin)
      faults.push(`request to ${origin}`);
  });
  return { page, context, faults };
}

/** Waits until the case is there: findings in the list. */
export async function caseReady(page: Page): Promise<void> {
  await page.locator('.app[data-ready="true"]').waitFor({ timeout: 60_000 });
}
