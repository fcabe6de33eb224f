import type { Reference } from '../engine/engine.ts';
import type { CaseFiles } from './session.ts';

/** Where the files that a case starts with are served. */
export interface CaseSource {
  readonly name: string;
  readonly gazetteer: string;
  /** Folder of the lists and their index, with a slash at its end. */
  readonly lists: string;
  readonly files: readonly { readonly name: string; readonly url: string }[];
}

/** Query for the files of a case: key and function as plain values. */
export function caseFilesQuery(source: CaseSource) {
  return {
    queryKey: ['case files', source.name] as const,
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<CaseFiles> => fetchCase(source, signal),
  };
}

async function fetchCase(source: CaseSource, signal: AbortSignal): Promise<CaseFiles> {
  const [reference, files] = await Promise.all([
    fetchReference(source, signal),
    Promise.all(source.files.map(async ({ name, url }) => ({ name, data: await fetchBlob(url, signal) }))),
  ]);
  return { name: source.name, reference, files };
}

async function fetchReference(source: CaseSource, signal: AbortSignal): Promise<Reference> {
  const [gazetteer, listIndex] = await Promise.all([
    fetchBlob(source.gazetteer, signal),
    fetchBlob(`${source.lists}index.json`, signal),
  ]);
  const entries: readonly { file: string }[] = JSON.parse(await listIndex.text());
  const lists = await Promise.all(
    entries.map(async ({ file }) => [file, await fetchBlob(source.lists + file, signal)] as const),
  );
  return { gazetteer, listIndex, lists: new Map(lists) };
}

async function fetchBlob(url: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} could not be read: ${response.status} ${response.statusText}`);
  return response.blob();
}
