import type { ExportManifest } from './export-manifest.ts';
import { PRODUCT } from './product.ts';
import { xmlElement, xmlText } from './xml-write.ts';

/** Begins a document of KML 2.2 with its name, what it says of itself, and the manifest as extended data. */
export function kmlHead(name: string, manifest: ExportManifest): string {
  const title = `${PRODUCT.name}: ${name}${manifest.reconstructed ? ' (reconstructed)' : ''}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    xmlElement('name', title),
    manifest.statement === null ? '' : xmlElement('description', manifest.statement),
    `<ExtendedData>${kmlData('wakeline', JSON.stringify(manifest))}</ExtendedData>\n`,
  ].join('');
}

/** Ends the document. */
export const kmlFoot = '</Document></kml>\n';

/** A folder of placemarks. */
export function* kmlFolder(name: string, placemarks: Iterable<string>): Generator<string> {
  yield `<Folder>${xmlElement('name', name)}\n`;
  yield* placemarks;
  yield '</Folder>\n';
}

/** A value of extended data; nothing where it isn't known. `name` is one of ours and needs no escaping. */
export function kmlData(name: string, value: string | null): string {
  return value === null ? '' : `<Data name="${name}"><value>${xmlText(value)}</value></Data>`;
}
