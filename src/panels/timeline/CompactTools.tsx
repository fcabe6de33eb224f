import { formatUtc } from '../../core/time/index.ts';
import { useClock } from '../../state/hooks.ts';
import { Transport } from './Transport.tsx';
import type { TimeSpan } from './time-scale.ts';

/** The controls of a phone: previous, play, next, and the clock. */
export function CompactTools({ limits }: { readonly limits: TimeSpan | null }) {
  const { time } = useClock();
  return (
    <div className="timeline-tools timeline-tools-compact">
      <Transport limits={limits} ends={false} />
      {limits && <span className="timeline-clock">{formatUtc(time, "d MMM yyyy HH:mm:ss 'UTC'")}</span>}
    </div>
  );
}
