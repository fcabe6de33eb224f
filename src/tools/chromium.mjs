import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * Path of a Chromium for the browser tests: the one named in WAKELINE_CHROMIUM, one on the system, Debian's
 * package if this user may install it, else Playwright's download. Throws if none can be had.
 */
export function findChromium() {
  const named = process.env.WAKELINE_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`WAKELINE_CHROMIUM names ${named}, which is not there`);
    return { path: named, origin: 'named in WAKELINE_CHROMIUM' };
  }
  const system = onPath();
  if (system) return { path: system, origin: 'on the system' };
  const debian = installDebian();
  if (debian) return { path: debian, origin: "Debian's package, installed now" };
  const downloaded = download();
  if (downloaded) return { path: downloaded, origin: "Playwright's download" };
  throw new Error(
    'no Chromium: none on the system, the Debian package could not be installed, and the download failed',
  );
}

function onPath() {
  for (const name of NAMES) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return null;
}

function installDebian() {
  if (process.getuid?.() !== 0 || spawnSync('sh', ['-c', 'command -v apt-get']).status !== 0) return null;
  console.log('No Chromium on the system: installing the Debian package.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: 'inherit',
    env,
  });
  return onPath();
}

function download() {
  console.log("No Chromium on the system: trying Playwright's download.");
  spawnSync('npx', ['playwright-core', 'install', 'chromium-headless-shell'], { stdio: 'inherit' });
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}
