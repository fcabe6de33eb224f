import { CLASS_B_EXTENDED, CLASS_B_STATIC, VOYAGE } from './layout.ts';
import type { Payload } from './payload.ts';

/** An auxiliary craft's MMSI is 98 and seven digits; its part B names the mother ship where others give their size. */
const AUXILIARY_CRAFT = 98;

/** What a message says of the ship itself. A field that is empty or "not available" is left out. */
export interface AisStatics {
  readonly name?: string;
  readonly callSign?: string;
  readonly shipType?: number;
  readonly lengthM?: number;
  readonly beamM?: number;
  readonly draughtM?: number;
  readonly destination?: string;
}

/** The same, being filled. */
type Draft = { -readonly [Key in keyof AisStatics]: AisStatics[Key] };

/** Static and voyage data of types 5, 19 and 24; null for any other type. Texts without blanks around them. */
export function readStatics(payload: Payload): AisStatics | null {
  if (payload.type === 5) return readVoyage(payload);
  if (payload.type === 19) return readExtended(payload);
  if (payload.type === 24) return readClassBStatic(payload);
  return null;
}

/** The IMO number field of type 5 as sent, 0 where the ship gives none; 0 for any other type. */
export function readImoField(payload: Payload): number {
  return payload.type === 5 ? payload.uint(VOYAGE.imo, 30) : 0;
}

/** Whether an MMSI is an auxiliary craft's (98MIDxxxx). */
export function isAuxiliaryCraft(mmsi: number): boolean {
  return Math.trunc(mmsi / 10_000_000) === AUXILIARY_CRAFT;
}

function readVoyage(payload: Payload): AisStatics {
  const draft: Draft = {};
  const destination = payload.text(VOYAGE.destination, 20).trim();
  const draughtM = payload.uint(VOYAGE.draught, 8) / 10;
  setName(draft, payload.text(VOYAGE.name, 20));
  setCallSign(draft, payload.text(VOYAGE.callSign, 7));
  setShipType(draft, payload.uint(VOYAGE.shipType, 8));
  setSize(draft, payload, VOYAGE.dimensions);
  if (draughtM > 0) draft.draughtM = draughtM;
  if (destination) draft.destination = destination;
  return draft;
}

function readExtended(payload: Payload): AisStatics {
  const draft: Draft = {};
  setName(draft, payload.text(CLASS_B_EXTENDED.name, 20));
  setShipType(draft, payload.uint(CLASS_B_EXTENDED.shipType, 8));
  setSize(draft, payload, CLASS_B_EXTENDED.dimensions);
  return draft;
}

function readClassBStatic(payload: Payload): AisStatics {
  const draft: Draft = {};
  const part = payload.uint(CLASS_B_STATIC.part, 2);
  if (part === 0) setName(draft, payload.text(CLASS_B_STATIC.name, 20));
  if (part !== 1) return draft;
  setShipType(draft, payload.uint(CLASS_B_STATIC.shipType, 8));
  setCallSign(draft, payload.text(CLASS_B_STATIC.callSign, 7));
  if (!isAuxiliaryCraft(payload.mmsi)) setSize(draft, payload, CLASS_B_STATIC.dimensions);
  return draft;
}

function setName(draft: Draft, text: string): void {
  const name = text.trim();
  if (name) draft.name = name;
}

function setCallSign(draft: Draft, text: string): void {
  const callSign = text.trim();
  if (callSign) draft.callSign = callSign;
}

function setShipType(draft: Draft, shipType: number): void {
  if (shipType > 0) draft.shipType = shipType;
}

/** Distances from the antenna: bow 9 bits, stern 9, port 6, starboard 6. */
function setSize(draft: Draft, payload: Payload, at: number): void {
  const lengthM = payload.uint(at, 9) + payload.uint(at + 9, 9);
  const beamM = payload.uint(at + 18, 6) + payload.uint(at + 24, 6);
  if (lengthM > 0) draft.lengthM = lengthM;
  if (beamM > 0) draft.beamM = beamM;
}
