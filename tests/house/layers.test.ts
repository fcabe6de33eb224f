import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** The import table: an area may import itself and those named here. Type imports count. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'core/geo': [],
  'core/time': [],
  'core/ais': ['core/geo', 'core/time'],
  'core/vessel': ['core/geo', 'core/time'],
  'core/track': ['core/geo', 'core/time', 'core/ais', 'core/vessel'],
  'core/ports': ['core/geo', 'core/time', 'core/vessel', 'core/track'],
  'core/events': ['core/geo', 'core/time', 'core/vessel', 'core/track', 'core/ports'],
  'core/sanctions': ['core/geo', 'core/time', 'core/vessel', 'core/track', 'core/ports', 'core/events'],
  'core/findings': [
    'core/geo',
    'core/time',
    'core/vessel',
    'core/track',
    'core/ports',
    'core/events',
    'core/sanctions',
  ],
  'core/snapshot': ['core/*'],
  formats: ['core/*'],
  engine: ['core/*', 'formats'],
  map: ['core/*'],
  state: ['core/*', 'formats', 'engine'],
  panels: ['core/*', 'engine', 'state'],
  app: ['core/*', 'formats', 'engine', 'state', 'panels', 'map'],
  cli: ['core/*', 'formats', 'engine'],
  tools: ['core/*', 'formats', 'engine', 'cli'],
};
/** Packages that only some areas may use. */
const PACKAGE_HOMES: Record<string, readonly string[]> = {
  'date-fns': ['core/time'],
  '@date-fns/utc': ['core/time'],
  react: ['state', 'panels', 'app'],
  'react-dom': ['app'],
  '@tanstack/react-query': ['state', 'panels', 'app'],
  'maplibre-gl': ['map'],
  '@deck.gl/core': ['map'],
  '@deck.gl/layers': ['map'],
  '@deck.gl/extensions': ['map'],
  '@deck.gl/maplibre': ['map'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly specifier: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(item => {
    const path = join(folder, item.name);
    if (item.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(item.name) && !item.name.endsWith('.d.ts') ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const { module, errors } = parseSync(file, readFileSync(file, 'utf8'));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(entry => entry.moduleRequest?.value ?? []),
    ),
    ...dynamicSpecifiers(file, module.dynamicImports),
  ];
  return specifiers.map(specifier => ({
    from: relative(SRC, file),
    to: specifier.startsWith('.') ? relative(SRC, resolve(dirname(file), specifier)) : '',
    specifier,
  }));
}

function dynamicSpecifiers(
  file: string,
  imports: readonly { moduleRequest: { start: number; end: number } }[],
): string[] {
  const text = readFileSync(file, 'utf8');
  return imports.map(({ moduleRequest }) => text.slice(moduleRequest.start + 1, moduleRequest.end - 1));
}

function areaOf(path: string): string {
  const [top, second] = path.split('/');
  return top === 'core' ? `core/${second}` : top!;
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? `${parts[0]}/${parts[1]}` : parts[0]!;
}

function mayImport(from: string, to: string): boolean {
  const allowed = MAY_IMPORT[from];
  if (!allowed) return false;
  return from === to || allowed.includes(to) || (to.startsWith('core/') && allowed.includes('core/*'));
}

const files = sourceFiles(SRC);
const imports = files.flatMap(importsOf);
const local = imports.filter(({ specifier }) => specifier.startsWith('.') && !specifier.endsWith('?url'));

describe('the import rule', () => {
  test('every area is in the table', () => {
    const unknown = files.map(file => areaOf(relative(SRC, file))).filter(area => !(area in MAY_IMPORT));
    expect([...new Set(unknown)]).toEqual([]);
  });

  test('imports run downward only', () => {
    const upward = local.filter(({ from, to }) => !mayImport(areaOf(from), areaOf(to)));
    expect(upward.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  test('a core area is entered by its index', () => {
    const inside = local.filter(
      ({ from, to }) => to.startsWith('core/') && areaOf(from) !== areaOf(to) && !to.endsWith('/index.ts'),
    );
    expect(inside.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  test('a panel never imports another panel', () => {
    const crossing = local.filter(({ from, to }) => {
      const [, here] = from.split('/');
      const [, there] = to.split('/');
      return from.startsWith('panels/') && to.startsWith('panels/') && there !== 'parts' && here !== there;
    });
    expect(crossing.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  test('there is no cycle', () => {
    expect(findCycle(local)).toEqual([]);
  });

  test('packages stay at home', () => {
    const astray = imports.filter(({ from, specifier }) => {
      const homes = PACKAGE_HOMES[packageOf(specifier)];
      return homes && !homes.includes(areaOf(from));
    });
    expect(astray.map(({ from, specifier }) => `${from} -> ${specifier}`)).toEqual([]);
  });

  test('in state, only hooks.ts knows React', () => {
    const astray = imports.filter(
      ({ from, specifier }) => from.startsWith('state/') && /^react$|react-query/.test(specifier),
    );
    expect(new Set(astray.map(({ from }) => from))).toEqual(
      new Set(astray.length > 0 ? ['state/hooks.ts'] : []),
    );
  });
});

/** Files of the first cycle found, in order; empty if there is none. */
function findCycle(edges: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of targets.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of targets.keys()) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
