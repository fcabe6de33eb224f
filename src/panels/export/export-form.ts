import type { Instant } from '../../core/time/index.ts';
import type { Vessel } from '../../core/vessel/index.ts';
import type { ExportRequest } from '../../engine/engine.ts';
import type { CaseData } from '../../state/case-data.ts';

/** What the user has set in the dialog. */
export interface ExportForm {
  readonly what: ExportRequest['what'];
  readonly format: ExportRequest['format'];
  readonly whose: 'all' | 'chosen';
  readonly when: 'all' | 'window';
  readonly clean: boolean;
}

/** What is on screen besides the dialog. */
export interface ExportScene {
  readonly data: CaseData;
  /** The ship that is chosen, or whose finding is; null where none is. */
  readonly vessel: Vessel | null;
  /** Stretch of time that the lanes show. */
  readonly window: { readonly from: Instant; readonly to: Instant };
}

/** What the engine is asked for. */
export function requestOf(
  form: ExportForm,
  { data, vessel, window }: ExportScene,
  madeAt: Instant,
): ExportRequest {
  const isAlways = form.when === 'all';
  return {
    what: form.what,
    format: form.format,
    ships: form.whose === 'chosen' && vessel ? [vessel.id] : [],
    from: isAlways ? Number.NEGATIVE_INFINITY : window.from,
    to: isAlways ? Number.POSITIVE_INFINITY : window.to,
    clean: form.clean && form.what === 'tracks',
    method: data.analysis.method,
    madeAt,
  };
}
