/** Speeds that transponders give when they know none, knots; each 0.05 kn either way [gpsdio-segment]. */
const FAULTY_KN = [51.2, 63, 102.3] as const;
const TOLERANCE_KN = 0.05;
const LEAST_KN = FAULTY_KN[0] - TOLERANCE_KN;

/** Whether a reported speed over ground is a known fault of transponders, not a speed. */
export function isFaultySpeed(sogKn: number): boolean {
  if (!(sogKn >= LEAST_KN)) return false;
  return FAULTY_KN.some(faultyKn => Math.abs(sogKn - faultyKn) <= TOLERANCE_KN);
}
