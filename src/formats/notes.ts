/** An IMO number was given that can't be one. The ship is kept without it, for it may be a false identity. */
export const BAD_IMO_NOTE = 'IMO number with a wrong check digit';

/** A speed that transponders give when they know none; the report is kept without it. */
export const FAULTY_SPEED_NOTE =
  'speed of 51.2 or 63.0 kn, a known fault of transponders, taken as not given';

/** Counts what a reader passed on though something about it is worth a word. No row is set aside for a note. */
export class Notes {
  readonly counts = new Map<string, number>();

  add(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}
