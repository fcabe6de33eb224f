#!/usr/bin/env node
/**
 * Runs the command line, or with `--entry FILE` another program of src, from TypeScript: bundles it into
 * dist/node when a source is newer than the last bundle, then imports it. Prints nothing on standard output.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const args = process.argv.slice(2);
const entry = args[0] === '--entry' ? args.splice(0, 2)[1] : 'src/cli/main.ts';
const name = basename(entry, '.ts');
const folder = join(root, 'dist/node');
const bundle = join(folder, `${name}.js`);

function newest(sourceFolder) {
  let latest = 0;
  for (const item of readdirSync(sourceFolder, { withFileTypes: true })) {
    const path = join(sourceFolder, item.name);
    latest = Math.max(latest, item.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

/**
 * Builds in a folder of its own and moves the bundle into place, so that a command started meanwhile finds the old
 * bundle or the new one, never half of one. The bundle is as old as its sources: an edit made while it was built
 * counts as newer.
 */
async function build() {
  const { build: bundleWith } = await import('vite');
  const started = new Date();
  mkdirSync(folder, { recursive: true });
  const outDir = mkdtempSync(join(folder, '.build-'));
  try {
    await bundleWith({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: entry,
        outDir,
        minify: false,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: `${name}.js`, codeSplitting: false } },
      },
    });
    const built = join(outDir, `${name}.js`);
    utimesSync(built, started, started);
    renameSync(built, bundle);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

const sources = join(root, 'src');
if (existsSync(sources) && (!existsSync(bundle) || statSync(bundle).mtimeMs < newest(sources))) await build();
process.argv = [process.argv[0], bundle, ...args];
await import(pathToFileURL(bundle));
