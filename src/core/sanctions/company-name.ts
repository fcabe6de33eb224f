import { latinCapitals } from './ship-name.ts';

const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'LIMITED LIABILITY JOINT STOCK COMPANY CO CORPORATION CORP INCORPORATED INC LTD LLC LLP PLC PTE OOO JSC OJSC PJSC GMBH'.split(
    ' ',
  ),
);
const TRADE_WORDS: ReadonlySet<string> = new Set(['SHIPPING', 'HOLDING', 'HOLDINGS']);

/**
 * What two spellings of a company's name have in common: Latin capitals and digits without blanks, punctuation and
 * legal forms (`MG-FLOT LIMITED LIABILITY COMPANY`, `MG FLOT LLC`). Empty where nothing else is left.
 */
export function companyKey(text: string): string {
  return companyWords(text).join('');
}

/** The key of the short name that notices use: `IBEX` for `IBEX SHIPPING INC`. */
export function shortCompanyKey(text: string): string {
  return companyWords(text)
    .filter(word => !TRADE_WORDS.has(word))
    .join('');
}

function companyWords(text: string): string[] {
  return latinCapitals(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !LEGAL_FORMS.has(word));
}
