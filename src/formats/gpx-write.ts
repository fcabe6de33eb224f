import type { ExportManifest } from './export-manifest.ts';
import { PRODUCT } from './product.ts';
import { TRACK_NAMESPACE } from './track-namespace.ts';
import { xmlElement } from './xml-write.ts';

/**
 * Begins a document of GPX 1.1: its metadata with the manifest, and what else is given, in its extensions. The
 * prefix `w` is bound to our namespace.
 */
export function gpxHead(name: string, manifest: ExportManifest, extensions: Iterable<string> = []): string {
  const { madeAt, statement, reconstructed } = manifest;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<gpx version="1.1" creator="${PRODUCT.name} ${PRODUCT.version}"`,
    ` xmlns="http://www.topografix.com/GPX/1/1" xmlns:w="${TRACK_NAMESPACE}">\n<metadata>`,
    xmlElement('name', `${PRODUCT.name}: ${name}${reconstructed ? ' (reconstructed)' : ''}`),
    statement === null ? '' : xmlElement('desc', statement),
    madeAt === null ? '' : xmlElement('time', madeAt),
    `<extensions>${gpxValue('manifest', JSON.stringify(manifest))}`,
    ...extensions,
    '</extensions></metadata>\n',
  ].join('');
}

/** Ends the document. */
export const gpxFoot = '</gpx>\n';

/** A value as an extension; nothing where it isn't known. `name` is one of ours and needs no escaping. */
export function gpxValue(name: string, value: string | null): string {
  return value === null ? '' : xmlElement(`w:${name}`, value);
}
