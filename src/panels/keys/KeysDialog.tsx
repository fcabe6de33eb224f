import { useDispatch, useSelect } from '../../state/hooks.ts';
import { Dialog } from '../parts/Dialog.tsx';
import './keys.css';

/** The keys, and the switch that turns single keys off. */
export function KeysDialog({
  keys,
}: {
  keys: readonly { readonly keys: readonly string[]; readonly does: string }[];
}) {
  const dispatch = useDispatch();
  const on = useSelect(state => state.singleKeys);
  return (
    <Dialog title="Keys" note="Arrows belong to the chart while it has the focus.">
      <dl className="keys-list">
        {keys.map(item => (
          <div key={item.does}>
            <dt>
              {item.keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{item.does}</dd>
          </div>
        ))}
      </dl>
      <label className="keys-switch">
        <input
          type="checkbox"
          checked={on}
          onChange={event => dispatch({ type: 'single keys', on: event.target.checked })}
        />
        Single keys work (switch them off for speech input)
      </label>
    </Dialog>
  );
}
