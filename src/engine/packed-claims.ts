import { type FieldClaim, STATIC_FIELDS, type Vessel } from '../core/vessel/index.ts';

/**
 * What ships say of themselves, as columns: a ship that changes its name with every report has as many claims as
 * reports, and such a heap of objects would hold up the page. Ship `v` owns the claims `starts[v]` up to, but not
 * including, `starts[v + 1]`.
 */
export interface PackedClaims {
  readonly starts: Uint32Array;
  /** Index into `STATIC_FIELDS`. */
  readonly field: Uint8Array;
  /** Index into the values, which travel apart. */
  readonly value: Uint32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly reports: Uint32Array;
  readonly source: Uint16Array;
  readonly row: Uint32Array;
}

export type ClaimValue = FieldClaim['value'];

/** Packs the claims of all ships; each value is kept once. */
export function packClaims(vessels: readonly Vessel[]): { claims: PackedClaims; values: ClaimValue[] } {
  const count = vessels.reduce((sum, vessel) => sum + vessel.claims.length, 0);
  const claims: PackedClaims = {
    starts: new Uint32Array(vessels.length + 1),
    field: new Uint8Array(count),
    value: new Uint32Array(count),
    from: new Float64Array(count),
    to: new Float64Array(count),
    reports: new Uint32Array(count),
    source: new Uint16Array(count),
    row: new Uint32Array(count),
  };
  const numbers = new Map<ClaimValue, number>();
  let at = 0;
  for (const vessel of vessels) {
    for (const claim of vessel.claims) {
      const number = numbers.get(claim.value) ?? numbers.size;
      numbers.set(claim.value, number);
      claims.field[at] = STATIC_FIELDS.indexOf(claim.field);
      claims.value[at] = number;
      claims.from[at] = claim.from;
      claims.to[at] = claim.to;
      claims.reports[at] = claim.reports;
      claims.source[at] = claim.source;
      claims.row[at] = claim.row;
      at++;
    }
    claims.starts[vessel.index + 1] = at;
  }
  return { claims, values: [...numbers.keys()] };
}

/** The claims of one ship as objects. */
export function unpackClaims(
  claims: PackedClaims,
  values: readonly ClaimValue[],
  vessel: number,
): FieldClaim[] {
  const first = claims.starts[vessel]!;
  return Array.from({ length: claims.starts[vessel + 1]! - first }, (_, i) => ({
    field: STATIC_FIELDS[claims.field[first + i]!]!,
    value: values[claims.value[first + i]!]!,
    from: claims.from[first + i]!,
    to: claims.to[first + i]!,
    reports: claims.reports[first + i]!,
    source: claims.source[first + i]!,
    row: claims.row[first + i]!,
  }));
}

/** The buffers of packed claims, to be handed over to another thread. */
export function claimBuffers(claims: PackedClaims): ArrayBufferLike[] {
  return Object.values(claims).map(({ buffer }) => buffer);
}
