import type { NamedFile } from '../engine/engine.ts';

/**
 * The files of a drop, those in folders by their path, ordered by name within each folder. What starts with a dot is
 * passed over: it is a system's, not the user's. Must be called while the drop is handled; the browser forgets it after.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<NamedFile[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const dropped = items.map(item => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found: NamedFile[] = [];
  for (const { entry, file } of dropped) {
    if (entry?.isDirectory) await walk(entry as FileSystemDirectoryEntry, found);
    else if (file) found.push({ name: file.name, data: file });
  }
  return found;
}

/** The files that a folder chooser gives, named and passed over as those of a dropped folder. */
export function filesOfFolder(files: Iterable<File>): NamedFile[] {
  return [...files]
    .map(file => ({ name: file.webkitRelativePath || file.name, data: file }))
    .filter(({ name }) => !name.split('/').some(isHidden))
    .sort((a, b) => byName(a.name, b.name));
}

async function walk(folder: FileSystemDirectoryEntry, found: NamedFile[]): Promise<void> {
  const entries = await allEntries(folder.createReader());
  for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
    if (isHidden(entry.name)) continue;
    if (entry.isDirectory) await walk(entry as FileSystemDirectoryEntry, found);
    else found.push({ name: entry.fullPath.slice(1), data: await fileOf(entry as FileSystemFileEntry) });
  }
}

/** A reader gives a hundred entries or so at a time, and none when it is through. */
async function allEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function isHidden(name: string): boolean {
  return name.startsWith('.');
}

function byName(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
