/**
 * Loads a file with the engine's built worker in Chromium, on a page where nothing else is, and prints what it took and
 * gave: `node load-in-browser.mjs FILE`. Not bundled, for Vite and Playwright are no modules that can be.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../chromium.mjs';

const ROOT_FOLDER = fileURLToPath(new URL('../../../', import.meta.url));
const OUT_FOLDER = fileURLToPath(new URL('../../../dist/bench/worker/', import.meta.url));
const WORKER = 'worker.js';
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-gpu',
];

/** Asks the worker to load the chosen file, as the page does; runs in the browser. */
const LOAD = `new Promise((resolve, reject) => {
  const worker = new Worker('/${WORKER}', { type: 'module' });
  const file = document.querySelector('input').files[0];
  const start = performance.now();
  worker.onerror = event => reject(new Error(event.message));
  worker.onmessage = ({ data }) => {
    if (data.type === 'fault') reject(new Error(JSON.stringify(data.fault)));
    if (data.type === 'answer') {
      resolve({ seconds: (performance.now() - start) / 1000, items: data.answer.accepted, sha256: data.answer.sha256 });
    }
  };
  worker.postMessage({ type: 'call', id: 1, name: 'load', ask: [{ name: file.name, data: file }, { zoneMinutes: null }] });
})`;

const outcome = await loadInBrowser(process.argv[2]);
process.stdout.write(`${JSON.stringify(outcome)}\n`);

async function loadInBrowser(path) {
  const server = await serve();
  const browser = await chromium.launch({ executablePath: findChromium().path, args: FLAGS });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.setInputFiles('input', path);
    return await page.evaluate(LOAD);
  } finally {
    await browser.close();
    server.close();
  }
}

async function buildWorker() {
  await build({
    root: ROOT_FOLDER,
    base: './',
    worker: { format: 'es' },
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: OUT_FOLDER,
      emptyOutDir: true,
      target: 'es2022',
      rollupOptions: {
        input: 'src/engine/worker.ts',
        output: { entryFileNames: WORKER },
      },
    },
  });
}

/** The folder of the built worker, and an empty page with a place for a file. */
async function serve() {
  await buildWorker();
  const server = createServer((request, response) => {
    const path = OUT_FOLDER + request.url.slice(1);
    const isPage = request.url === '/';
    const isThere = isPage || existsSync(path);
    response.writeHead(isThere ? 200 : 404, { 'Content-Type': isPage ? 'text/html' : 'text/javascript' });
    response.end(isPage ? '<!doctype html><input type="file">' : isThere ? readFileSync(path) : '');
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}
