#!/usr/bin/env node
/**
 * Runs the command line, or with `--entry FILE` another program of src, from TypeScript: bundles it into
 * dist/node when a source is newer than the last bundle, then imports it. Prints nothing on standard output.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const args = process.argv.slice(2);
const entry = args[0] === '--entry' ? args.splice(0, 2)[1] : 'src/cli/main.ts';
const name = basename(entry, '.ts');
const bundle = join(root, 'dist/node', `${name}.js`);

function newest(folder) {
  let latest = 0;
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name);
    latest = Math.max(latest, item.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

async function build() {
  const { build: bundleWith } = await import('vite');
  await bundleWith({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: 'dist/node',
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: `${name}.js`, codeSplitting: false } },
    },
  });
}

const sources = join(root, 'src');
if (existsSync(sources) && (!existsSync(bundle) || statSync(bundle).mtimeMs < newest(sources))) await build();
process.argv = [process.argv[0], bundle, ...args];
await import(pathToFileURL(bundle));
