import { countryName } from '../../core/ports/index.ts';
import type { DesignationAt } from '../../core/sanctions/index.ts';
import type { FieldClaim, Vessel } from '../../core/vessel/index.ts';

/** What a ship is, with who says so: itself, or a list. Empty where nobody does. */
export interface Particulars {
  readonly type: string;
  readonly flag: string;
  /** Owners as the entries that are this ship name them. */
  readonly owners: readonly string[];
  /** `as the ship gives them`, `as the US list gives them`; empty where there is nothing. */
  readonly saidBy: string;
}

/** Type and flag that a ship gives; where it gives none, those of the entries that are this ship. */
export function particularsOf(vessel: Vessel, designations: readonly DesignationAt[]): Particulars {
  const entries = designations.filter(({ strength, via }) => strength === 'exact' && via === null);
  const listed = entries.find(
    ({ designation }) => designation.subject.vesselType || designation.subject.flag,
  )?.designation;
  const ownType = shipTypeName(lastValue(vessel, 'shipType'));
  const ownFlag = vessel.flag === null ? '' : countryName(vessel.flag);
  const type = ownType || (listed?.subject.vesselType ?? '');
  const flag = ownFlag || (listed?.subject.flag ?? '');
  const byList = (!ownType && type !== '') || (!ownFlag && flag !== '');
  return {
    type,
    flag,
    owners: [...new Set(entries.flatMap(({ designation }) => designation.subject.owners))],
    saidBy:
      type + flag === ''
        ? ''
        : byList
          ? `as the ${listed!.authority} list gives them`
          : 'as the ship gives them',
  };
}

function lastValue(vessel: Vessel, field: FieldClaim['field']): FieldClaim['value'] | undefined {
  return vessel.claims.findLast(claim => claim.field === field)?.value;
}

/** First digit of a ship and cargo type [ITU-R M.1371-5, table 53]. */
const BY_TEN = new Map([
  [2, 'Wing in ground'],
  [4, 'High-speed craft'],
  [6, 'Passenger'],
  [7, 'Cargo'],
  [8, 'Tanker'],
  [9, 'Other'],
]);
const BY_TYPE = new Map([
  [30, 'Fishing'],
  [31, 'Towing'],
  [32, 'Towing'],
  [33, 'Dredger'],
  [34, 'Diving'],
  [35, 'Military'],
  [36, 'Sailing'],
  [37, 'Pleasure craft'],
  [50, 'Pilot'],
  [51, 'Search and rescue'],
  [52, 'Tug'],
  [53, 'Port tender'],
  [54, 'Anti-pollution'],
  [55, 'Law enforcement'],
  [58, 'Medical transport'],
]);

function shipTypeName(type: FieldClaim['value'] | undefined): string {
  if (typeof type !== 'number') return '';
  return BY_TYPE.get(type) ?? BY_TEN.get(Math.floor(type / 10)) ?? '';
}
