export type { StaticFields } from '../vessel/index.ts';
export { Collector, type Fleet } from './collector.ts';
export { firstAfter, headAt, lastAtOrBefore } from './place.ts';
export { mergeReceipts, type Receipt, receiptsOf } from './receipts.ts';
export { Flag, type ReportSink } from './sink.ts';
export { TrackStore, VERDICT_NAMES, Verdict, type VerdictCode } from './store.ts';
export { DEFAULT_FIX_PARAMETERS, type FixParameters, judgeFixes } from './verdict.ts';
