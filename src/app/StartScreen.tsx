import type { Phase } from '../state/store.ts';

/** What stands on the chart before there is a case: loading, or why it failed. */
export function StartScreen({ phase }: { phase: Exclude<Phase, { kind: 'ready' }> }) {
  if (phase.kind === 'starting') {
    return (
      <div className="start" role="status">
        <p>Opening the demonstration case…</p>
      </div>
    );
  }
  return (
    <div className="start" role="alert">
      <p>
        <strong>{phase.what}.</strong>
      </p>
      <p>{phase.detail}</p>
      <p>Reload the page to try again, or drop files of your own: they are read in this browser.</p>
    </div>
  );
}
