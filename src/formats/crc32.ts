/** The polynomial of ISO 3309, bits reversed. */
const POLYNOMIAL = 0xedb88320;
/** Four tables of 256: what a byte does to the remainder when none to three bytes follow it. */
const TABLES = makeTables();

/** The CRC-32 of zip and gzip (ISO 3309) over bytes that come chunk by chunk. */
export class Crc32 {
  #remainder = -1;

  push(bytes: Uint8Array): void {
    const inFours = bytes.length - (bytes.length % 4);
    let crc = this.#remainder;
    let i = 0;
    for (; i < inFours; i += 4) {
      crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
      crc =
        TABLES[768 + (crc & 0xff)]! ^
        TABLES[512 + ((crc >>> 8) & 0xff)]! ^
        TABLES[256 + ((crc >>> 16) & 0xff)]! ^
        TABLES[crc >>> 24]!;
    }
    for (; i < bytes.length; i++) crc = (crc >>> 8) ^ TABLES[(crc ^ bytes[i]!) & 0xff]!;
    this.#remainder = crc;
  }

  /** The checksum of all bytes so far, unsigned. */
  get value(): number {
    return ~this.#remainder >>> 0;
  }
}

function makeTables(): Int32Array {
  const tables = new Int32Array(4 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    tables[byte] = crc;
  }
  for (let i = 256; i < tables.length; i++) {
    const shorter = tables[i - 256]!;
    tables[i] = (shorter >>> 8) ^ tables[shorter & 0xff]!;
  }
  return tables;
}
