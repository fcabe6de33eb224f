import { InputError } from './input-error.ts';

/** Length of the four letters that a Parquet file begins and ends with. */
export const MAGIC_BYTES = 4;

/**
 * Whether four bytes are those that a Parquet file begins and ends with. Throws `InputError` for the letters that
 * stand there instead where the footer can't be read without a key.
 */
export function isParquetMagic(bytes: Uint8Array, file: string): boolean {
  const letters = String.fromCharCode(...bytes.subarray(0, MAGIC_BYTES));
  if (letters !== 'PARE') return letters === 'PAR1';
  throw new InputError(file, 0, 'a Parquet file that isn’t encrypted', 'an encrypted footer');
}
