import { formatIso } from '../../core/time/index.ts';
import type { Chart } from './chart.ts';
import type { PlanRow } from './plan.ts';
import { Random } from './random.ts';
import { playRow, type Report } from './reports.ts';

/** Seed of the demonstration case. Another seed gives other hours and wanders, and the same plan. */
export const SEED = 'rajin-shuttle 1';

/** Passages are held against the chart at points so far apart. */
const CHECK_M = 200;

/**
 * Plays a plan: the reports of each row, in its order. A pure function of plan, chart and seed; each row has
 * random numbers of its own, so that a change to one row leaves the others as they were.
 * Throws a RangeError for a row that leads over land, with the place.
 */
export function playPlan(
  plan: readonly PlanRow[],
  chart: Chart,
  seed: string,
): readonly (readonly [PlanRow, readonly Report[]])[] {
  return plan.map(row => {
    const { reports, passage } = playRow(row, new Random(`${seed} ${row.ship} ${row.from}`));
    for (let i = 1; passage !== null && i < passage.line.length; i++) {
      const land = chart.landBetween(passage.line[i - 1]!, passage.line[i]!, CHECK_M);
      if (land !== null) throw overLand(row, land);
    }
    const ashore = reports.find(({ lon, lat }) => !chart.isWater(lon, lat));
    if (ashore) throw overLand(row, [ashore.lon, ashore.lat]);
    return [row, reports];
  });
}

function overLand(row: PlanRow, [lon, lat]: readonly [number, number]): RangeError {
  const start = formatIso(row.from);
  return new RangeError(
    `${row.ship} from ${start}, ${row.kind}: land at ${lat.toFixed(4)} ${lon.toFixed(4)}`,
  );
}
