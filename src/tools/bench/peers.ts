import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PEERS_FOLDER } from './places.ts';

/** Packages that we are measured against, each at one version. They are no dependency of the product. */
const PEERS: Readonly<Record<string, string>> = {
  papaparse: '5.7.1',
  udsv: '0.7.3',
  'ais-decoder': '1.3.5',
  'ais-stream-decoder': '2.1.2',
  aisparser: '0.1.2',
  ggencoder: '1.0.10',
  '@duckdb/node-api': '1.5.6-r.1',
};

/** Installs the peers that aren't there yet; a peer that can't be installed is told by its row of the table. */
export function installPeers(): void {
  const missing = Object.entries(PEERS).filter(([name, version]) => installedVersion(name) !== version);
  if (missing.length === 0) return;
  const all = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
  process.stderr.write(`installing ${all.join(' ')}\n`);
  const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  try {
    execFileSync('npm', ['install', '--prefix', PEERS_FOLDER, ...options, ...all], { stdio: 'ignore' });
  } catch {
    process.stderr.write(`npm could not install them; what is in ${PEERS_FOLDER} is used\n`);
  }
}

/** Name and version as they stand in the table. */
export function peerTitle(name: string): string {
  return `${name} ${PEERS[name]}`;
}

/** Loads a peer. `Module` is what the caller knows of it. Throws where it isn't installed. */
export function requirePeer<Module>(name: string): Module {
  if (installedVersion(name) === null) throw new Error(`${name} is not installed`);
  return createRequire(join(PEERS_FOLDER, 'index.js'))(name) as Module;
}

function installedVersion(name: string): string | null {
  const path = join(PEERS_FOLDER, 'node_modules', name, 'package.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version : null;
}
