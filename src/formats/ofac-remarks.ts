import type { SubjectName } from '../core/sanctions/index.ts';
import { imoOf, mmsiOf } from './identity-numbers.ts';

/** What OFAC's free-text remarks say of an entry; 0 and empty where they don't. */
export interface OfacRemarks {
  readonly imo: number;
  readonly companyImo: number;
  readonly mmsi: number;
  readonly callSign: string;
  /** `a.k.a. '...'` in remarks is a weak alias by OFAC's convention; `f.k.a.` a former name. */
  readonly names: readonly SubjectName[];
  /** `Linked To:`. */
  readonly linkedTo: readonly string[];
}

const SHIP_IMO = /^(?:alt\. )?Vessel Registration Identification (?:IMO )?(\d+)$/;
const COMPANY_IMO = /^(?:alt\. )?(?:Company|Identification) Number IMO (\d+)$/;
const MMSI = /^(?:alt\. )?MMSI (\d+)$/;
const CALL_SIGN = /^(?:alt\. )?Other Vessel Call Sign (\S+)$/;
const ALIAS = /^(?:alt\. )?(a\.k\.a\.|f\.k\.a\.) '(.+)'$/;
/** How a retyped excerpt writes a row of ALT.CSV and an owner of an earlier edition. */
const RETYPED_ALIAS = /^(?:aka|alt\.csv:) (.+)$/;
const LINKED = /^(?:.* snapshot: |alt\. )?Linked To:? (.+)$/;

/**
 * Reads remarks as the SDN files have them: statements parted by `;`, a full stop at the end. Of numbers that come
 * more than once the first counts. One entry of 2022 writes its IMO number without the word IMO; seven digits are
 * taken either way, other numbers of digits are no IMO numbers.
 */
export function readOfacRemarks(text: string): OfacRemarks {
  const statements = text
    .split(';')
    .map(statement => statement.trim().replace(/\.$/, ''))
    .filter(Boolean);
  const all = (pattern: RegExp, group = 1): string[] =>
    statements.flatMap(statement => pattern.exec(statement)?.[group] ?? []);
  return {
    imo: imoOf(all(SHIP_IMO)[0] ?? ''),
    companyImo: imoOf(all(COMPANY_IMO)[0] ?? ''),
    mmsi: mmsiOf(all(MMSI)[0] ?? ''),
    callSign: all(CALL_SIGN)[0] ?? '',
    names: statements.flatMap(readAlias),
    linkedTo: all(LINKED),
  };
}

function readAlias(statement: string): SubjectName[] {
  const [, kind, name] = ALIAS.exec(statement) ?? [];
  if (name) return [{ text: name, kind: kind === 'f.k.a.' ? 'former name' : 'weak alias' }];
  const retyped = RETYPED_ALIAS.exec(statement)?.[1];
  return retyped ? [{ text: retyped, kind: 'alias' }] : [];
}
