import { readdirSync, readFileSync } from 'node:fs';
import type { AnalysisContext } from '../../src/core/findings/index.ts';
import { DEFAULT_METHOD } from '../../src/core/findings/index.ts';
import type { Gazetteer } from '../../src/core/ports/index.ts';
import { DesignationIndex, type DesignationList } from '../../src/core/sanctions/index.ts';
import type { CaseAnalysis } from '../../src/engine/engine.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import { readGazetteerJson } from '../../src/formats/gazetteer-json.ts';
import { openPositions } from '../../src/formats/positions.ts';
import { readSightingsCsv } from '../../src/formats/sightings-csv.ts';
import { Tally } from '../../src/formats/tally.ts';
import { bundledLists } from '../sanctions/bundled-lists.ts';
import { Recorder, type Report } from '../track/reports.ts';

const ROOT = new URL('../../', import.meta.url);
const CASE = 'fixtures/rajin-shuttle';

function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(path, ROOT)));
}

function blobOf(path: string): Blob {
  return new Blob([bytesOf(path)]);
}

/** The demonstration case as the page and the command line analyse it. */
export async function analyseDemonstration(): Promise<CaseAnalysis> {
  const engine = new LocalEngine();
  const files = readdirSync(new URL('public/lists/', ROOT));
  await engine.loadReference({
    gazetteer: blobOf('public/ports/gazetteer.json'),
    listIndex: blobOf('public/lists/index.json'),
    lists: new Map(files.map(file => [file, blobOf(`public/lists/${file}`)])),
  });
  for (const name of ['sightings.csv', 'positions.csv']) {
    await engine.load({ name, data: blobOf(`${CASE}/${name}`) }, { zoneMinutes: null });
  }
  return engine.analyse(DEFAULT_METHOD);
}

export function bundledGazetteer(): Gazetteer {
  return readGazetteerJson(bytesOf('public/ports/gazetteer.json'), 'gazetteer.json');
}

/** What the demonstration is made of, read but not collected, so that it can be changed first. */
export function readDemonstration(): {
  readonly reports: readonly Report[];
  readonly lists: readonly DesignationList[];
  readonly context: AnalysisContext;
} {
  const sink = new Recorder();
  const file = 'positions.csv';
  const context = { file, source: 0, sink, tally: new Tally(), flags: 0, zoneMinutes: null };
  const reader = openPositions('csv', context);
  reader.push(bytesOf(`${CASE}/${file}`));
  reader.end();
  const lists = bundledLists();
  return {
    reports: sink.reports,
    lists,
    context: {
      gazetteer: bundledGazetteer(),
      designations: new DesignationIndex(lists),
      sightings: readSightingsCsv(bytesOf(`${CASE}/sightings.csv`), 'sightings.csv').sightings,
      method: DEFAULT_METHOD,
    },
  };
}
