import { readFileSync } from 'node:fs';
import type { DesignationList } from '../../src/core/sanctions/index.ts';
import { readIndexedList, readListIndex } from '../../src/formats/list-index.ts';

const folder = new URL('../../public/lists/', import.meta.url);

export function bundledBytes(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(file, folder)));
}

/** The lists that come with the product, read as the product reads them. */
export function bundledLists(): DesignationList[] {
  return readListIndex(bundledBytes('index.json'), 'index.json').map(entry =>
    readIndexedList(entry, bundledBytes(entry.file)),
  );
}
