import { formatUtc } from '../core/time/index.ts';
import { lastAtOrBefore, VERDICT_NAMES, Verdict } from '../core/track/index.ts';
import { vesselLabel } from '../core/vessel/index.ts';
import type { ChartMap } from '../map/index.ts';
import type { CaseData } from '../state/case-data.ts';

interface FixLabelProps {
  readonly chart: ChartMap;
  readonly data: CaseData;
  /** Row of the fix under the pointer. */
  readonly row: number;
}

/** Ship, time and verdict beside the fix under the pointer. */
export function FixLabel({ chart, data, row }: FixLabelProps) {
  const { store, vessels } = data;
  const { x, y } = chart.project(store.lon[row]!, store.lat[row]!);
  const vessel = vessels[lastAtOrBefore(store.starts, 0, vessels.length, row)]!;
  const speedKn = store.sog[row]!;
  const verdict = store.verdict[row]!;
  return (
    <div className="map-fix" style={{ left: x, top: y }}>
      <bdi>{vesselLabel(vessel)}</bdi> {formatUtc(store.t[row]!, 'd MMM HH:mm:ss')} UTC
      {!Number.isNaN(speedKn) && `, ${speedKn.toFixed(1)} kn`}
      {verdict !== Verdict.ok && <strong>{VERDICT_NAMES[verdict]}, not used</strong>}
    </div>
  );
}
