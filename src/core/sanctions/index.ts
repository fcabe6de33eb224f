export type { Designation, DesignationList, Subject, SubjectName } from './designation.ts';
export { type DesignationAt, DesignationIndex, isInForce } from './designation-index.ts';
export type { Identity, Lookalike, Match } from './match.ts';
export { shipNameKey } from './ship-name.ts';
export { type Status, statusAt } from './status.ts';
