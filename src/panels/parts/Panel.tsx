import type { ReactNode } from 'react';
import './panel.css';

/** A panel of the left side: a heading for screen readers, then lines from top to bottom; the list between fills it. */
export function Panel({
  title,
  className,
  children,
}: {
  readonly title: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={`panel ${className}`} aria-label={title}>
      <h2 className="unseen">{title}</h2>
      {children}
    </section>
  );
}

/** The last line of a panel: what is in view, and hints. */
export function PanelFooter({ children }: { readonly children: ReactNode }) {
  return <div className="panel-footer">{children}</div>;
}

/** What a panel says when it has nothing to list: why, and what can be done. */
export function PanelNote({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="panel-note">
      <p className="panel-note-title">{title}</p>
      {children}
    </div>
  );
}
