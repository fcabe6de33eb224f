import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import type { Dice } from './dice.ts';
import { hostileText, soundDegrees, soundTime } from './words.ts';

/** Pieces of archives and of Parquet. */
export const PACKED_TOKENS: readonly string[] = [
  '\u001f',
  '\b\u0000\u0000\u0000\u0000\u0000\u0000\u0003',
  'PK\u0003\u0004',
  'PK\u0001\u0002',
  'PK\u0005\u0006',
  'PK\u0006\u0006',
  'PK\u0006\u0007',
  '\u0000\u0000\u0000\u0000',
  '\u007f\u007f\u007f\u007f',
  'mmsi,time,lat,lon\n',
  'PAR1',
  'PARE',
  '\u0015\u0000\u0015',
];

/** Packs a file as .gz, of one or two members, or as .zip, of one or two files. */
export function writePacked(content: string, dice: Dice): Uint8Array {
  const bytes = Buffer.from(content);
  if (dice.percent(50)) {
    const member = gzipSync(bytes, { level: dice.pick([0, 1, 9]) });
    return dice.percent(20) ? Buffer.concat([member, member]) : member;
  }
  const name = dice.percent(90) ? 'ais.csv' : hostileText(dice);
  return zipOf(dice.percent(90) ? [name] : [name, 'other.csv'], bytes, dice.percent(50));
}

/** Writes a Parquet file of positions, compressed or not, in one row group or more. */
export function writeParquet(dice: Dice): Uint8Array {
  const rows = dice.between(1, 5);
  const column = <Value>(value: () => Value) => Array.from({ length: rows }, value);
  const columnData: ColumnSource[] = [
    { name: 'mmsi', data: column(() => 200_000_000 + dice.below(600_000_000)), type: 'INT32' },
    { name: dice.pick(['time', 'base_date_time']), ...timeColumn(column, dice) },
    { name: 'lat', data: column(() => Number(soundDegrees(dice, 90))), type: 'DOUBLE' },
    { name: 'lon', data: column(() => Number(soundDegrees(dice, 180))), type: 'DOUBLE' },
    { name: 'sog', data: column(() => dice.pick([0, 10.5, 102.3, null])), type: 'FLOAT', nullable: true },
    { name: 'vessel_name', data: column(() => hostileText(dice)), type: 'STRING' },
  ];
  const codec = dice.pick(['SNAPPY', 'UNCOMPRESSED'] as const);
  const shown = columnData.filter(() => dice.percent(97));
  return new Uint8Array(
    parquetWriteBuffer({ columnData: shown, codec, rowGroupSize: dice.pick([1, 2, 1000]) }),
  );
}

function timeColumn(
  column: <Value>(value: () => Value) => Value[],
  dice: Dice,
): Pick<ColumnSource, 'data' | 'type'> {
  return dice.percent(50)
    ? { data: column(() => new Date(soundTime(dice))), type: 'TIMESTAMP' }
    : { data: column(() => soundTime(dice)), type: 'STRING' };
}

/** The text in UTF-16, either order of bytes, with or without its mark. */
export function writeUtf16(text: string, dice: Dice): Uint8Array {
  const bytes = Buffer.from((dice.percent(70) ? '\ufeff' : '') + text, 'utf16le');
  return dice.percent(50) ? bytes : bytes.swap16();
}

/** A zip archive in which every file has the same content (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16). */
function zipOf(names: readonly string[], content: Buffer, isDeflated: boolean): Buffer {
  const packed = isDeflated ? deflateRawSync(content) : content;
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const text of names) {
    const name = Buffer.from(text);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(isDeflated ? 8 : 0, 4);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, name, packed]);
    const places = Buffer.alloc(14);
    places.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, places, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(names.length, 4);
  end.writeUInt16LE(names.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006'), end]);
}
