export { unarmour } from './armour.ts';
export { nmeaChecksum, readHexByte } from './checksum.ts';
export { describeMessage, type MessageFields } from './describe.ts';
export { hasSoundLength, typeSupport } from './message-length.ts';
export { Payload } from './payload.ts';
export { Position } from './position.ts';
export { type OpenMessage, type PartResult, Reassembler } from './reassembly.ts';
export { isVdm, Sentence } from './sentence.ts';
export { readImoField, readStatics } from './statics.ts';
