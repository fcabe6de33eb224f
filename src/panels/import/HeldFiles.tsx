import { useEffect, useRef } from 'react';
import { useWorkbench } from '../../state/hooks.ts';

/** Asks whether so many files are meant: a folder dropped by mistake holds everything. */
export function HeldFiles({ count }: { readonly count: number }) {
  const { session } = useWorkbench();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="import-section">
      <h3 ref={title} tabIndex={-1} className="import-title">
        Read {count.toLocaleString('en')} files?
      </h3>
      <p>They are read one after the other, and you can stop them at any time.</p>
      <div className="import-acts">
        <button type="button" className="button primary" onClick={() => session.imports.takeHeld(true)}>
          Read them all
        </button>
        <button type="button" className="button" onClick={() => session.imports.takeHeld(false)}>
          Leave them
        </button>
      </div>
    </section>
  );
}
