import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import react from '@vitejs/plugin-react';
import { type Plugin, transformWithOxc } from 'vite';
import { defineConfig } from 'vitest/config';

const VENDORS: readonly [name: string, test: RegExp][] = [
  ['maplibre', /node_modules\/(maplibre-gl|@maplibre|@mapbox)\//],
  ['deck', /node_modules\/(@deck\.gl|@luma\.gl|@loaders\.gl|@math\.gl|@probe\.gl)\//],
  ['react', /node_modules\/(react|react-dom|scheduler|@tanstack)\//],
];

/** Nothing runs, loads or is sent but from the page's own origin; no text becomes markup or code. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** Puts the content security policy into the built page; the development server needs inline styles. */
function securityPolicy(): Plugin {
  return {
    name: 'security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

const FRAME_SCRIPT = new URL('src/app/fetch-frame.ts', import.meta.url);
const FRAME_DOCUMENT = new URL('src/app/fetch-frame.html', import.meta.url);

/**
 * The document that fetches from other servers: one file with its script in it, allowed by its hash. A script beside
 * it would not load everywhere: the frame's origin is opaque, so to any static server it is a stranger.
 */
async function fetchFrameDocument(): Promise<string> {
  const { code } = await transformWithOxc(await readFile(FRAME_SCRIPT, 'utf8'), 'fetch-frame.ts');
  const hash = createHash('sha256').update(code).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    'connect-src https: http://localhost:* http://127.0.0.1:*',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  const html = await readFile(FRAME_DOCUMENT, 'utf8');
  return html.replace('%POLICY%', () => policy).replace('/* script */', () => code);
}

/** Serves the fetching frame while developing and puts it into the built page. */
function fetchFrame(): Plugin {
  return {
    name: 'fetch-frame',
    configureServer({ middlewares }) {
      middlewares.use('/fetch-frame.html', async (_, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end(await fetchFrameDocument());
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'fetch-frame.html', source: await fetchFrameDocument() });
    },
  };
}

/** A million cases: run once, not for each time zone. */
const FUZZ = 'tests/formats/fuzz.test.ts';

export default defineConfig({
  plugins: [react(), securityPolicy(), fetchFrame()],
  base: './',
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1', port: 4173 },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: 'dist/page',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      output: {
        codeSplitting: { groups: VENDORS.map(([name, test]) => ({ name, test })) },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', FUZZ],
          environment: 'node',
          // A hang ends here; how long a test takes is never judged.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'fuzz', include: [FUZZ], environment: 'node' },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
