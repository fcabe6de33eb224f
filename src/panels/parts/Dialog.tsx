import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useDispatch } from '../../state/hooks.ts';
import { Icon } from './Icon.tsx';
import './dialog.css';

/** A modal dialog with a title; the platform keeps the focus in it, and Escape or a click outside closes it. */
export function Dialog({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const dispatch = useDispatch();
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = (): void => dispatch({ type: 'dialog', dialog: null });
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className="dialog"
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault();
        close();
      }}
      onPointerDown={event => {
        if (event.target === box.current) close();
      }}
    >
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        {note && <p>{note}</p>}
        <button type="button" className="icon-button" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
