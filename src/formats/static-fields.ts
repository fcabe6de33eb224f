import type { StaticFields } from '../core/vessel/index.ts';
import type { PositionColumn } from './position-columns.ts';

/** What is said of a ship, by what it means. */
export interface NamedValues {
  /** Empty where not given. */
  text(column: PositionColumn): string;
  /** NaN where not given, null where it is there and no number. */
  number(column: PositionColumn): number | null;
}

/** The static data among named values; null where there is none. */
export function staticFieldsOf(values: NamedValues): StaticFields | null {
  const name = values.text('name');
  const callSign = values.text('callSign');
  const destination = values.text('destination');
  const flag = values.text('flag');
  const shipType = values.number('shipType') ?? 0;
  const lengthM = values.number('length') ?? 0;
  const beamM = values.number('beam') ?? 0;
  const draughtM = values.number('draught') ?? 0;
  const fields: StaticFields = {
    ...(name && { name }),
    ...(callSign && { callSign }),
    ...(shipType > 0 && { shipType }),
    ...(lengthM > 0 && { lengthM }),
    ...(beamM > 0 && { beamM }),
    ...(draughtM > 0 && { draughtM }),
    ...(destination && { destination }),
    ...(flag && { flag }),
  };
  return Object.keys(fields).length > 0 ? fields : null;
}
