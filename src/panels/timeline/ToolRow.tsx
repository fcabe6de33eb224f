import type { CaseData } from '../../state/case-data.ts';
import { useDispatch, useSelect, useWorkbench } from '../../state/hooks.ts';
import { GoToTime } from './GoToTime.tsx';
import { SpeedField } from './SpeedField.tsx';
import { lengthText, spanText } from './span-text.ts';
import { ToolButton } from './ToolButton.tsx';
import { Transport } from './Transport.tsx';
import { useClockValue } from './use-clock-value.ts';
import { clampSpan, zoomSpan } from './zoom.ts';

/** The row of controls: replay, speed, going to a time, and the stretch of time that the lanes show. */
export function ToolRow({ data }: { readonly data: CaseData | null }) {
  const { clock } = useWorkbench();
  const dispatch = useDispatch();
  const loop = useClockValue('loop');
  const follow = useSelect(state => state.follow);
  const folded = useSelect(state => state.folded.timeline);
  const disabled = data === null;
  return (
    <div className="timeline-tools">
      <Transport limits={data} ends />
      <i className="timeline-divider" />
      <SpeedField disabled={disabled} />
      <i className="timeline-divider" />
      <ToolButton
        icon="loop"
        label="Start again at the end"
        pressed={loop}
        disabled={disabled}
        onPress={() => clock.setLoop(!loop)}
      />
      <ToolButton
        icon="follow"
        label="Keep the chosen ship in view"
        shortcut="F"
        pressed={follow}
        disabled={disabled}
        onPress={() => dispatch({ type: 'follow', on: !follow })}
      />
      <GoToTime limits={data} />
      <i className="timeline-spacer" />
      {data && <WindowControls data={data} />}
      <i className="timeline-divider" />
      <ToolButton
        icon={folded ? 'up' : 'down'}
        label={folded ? 'Show the lanes' : 'Hide the lanes'}
        onPress={() => dispatch({ type: 'fold', panel: 'timeline', folded: !folded })}
      />
    </div>
  );
}

/** What the lanes show and how close: zooming is about the clock where it is in view. */
function WindowControls({ data }: { readonly data: CaseData }) {
  const { clock, session } = useWorkbench();
  const shown = useSelect(state => state.window);
  const span = clampSpan(shown, data);
  const zoom = (factor: number): void => {
    const inView = clock.time >= span.from && clock.time <= span.to;
    const next = zoomSpan(span, inView ? clock.time : (span.from + span.to) / 2, factor, data);
    session.setWindow(next.from, next.to);
  };
  return (
    <fieldset className="timeline-window" aria-label="Time shown">
      <span className="timeline-span">{spanText(span)}</span>
      <span className="timeline-length">{lengthText(span)}</span>
      <ToolButton icon="minus" label="Show more time" onPress={() => zoom(2)} />
      <ToolButton icon="plus" label="Show less time" onPress={() => zoom(0.5)} />
      <button type="button" className="timeline-word" onClick={() => session.setWindow(data.from, data.to)}>
        All
      </button>
    </fieldset>
  );
}
