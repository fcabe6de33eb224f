export { imoCheckDigit, isValidImo, parseImo } from './imo.ts';
export { isPlaceholderMmsi, mmsiCountry, mmsiKind } from './mmsi.ts';
export {
  type FieldClaim,
  STATIC_FIELDS,
  type StaticField,
  type StaticFields,
  type Vessel,
  vesselLabel,
} from './record.ts';
