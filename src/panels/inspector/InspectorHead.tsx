import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.tsx';

interface InspectorHeadProps {
  /** Marks and words that say what kind of thing is chosen. */
  readonly children: ReactNode;
  readonly steps?: Steps;
  readonly onClose?: () => void;
}

/** The way to the neighbours of what is chosen. */
export interface Steps {
  /** `3 of 31`. */
  readonly place: string;
  /** `finding`, `ship`. */
  readonly what: string;
  readonly onStep: (by: 1 | -1) => void;
}

/** First line of the inspector: what is chosen, its place among its kind, and the way out. */
export function InspectorHead({ children, steps, onClose }: InspectorHeadProps) {
  return (
    <header className="inspector-head">
      <div className="inspector-kind">{children}</div>
      {steps && (
        <>
          <span className="inspector-place">{steps.place}</span>
          <HeadButton icon="previous" label={`Previous ${steps.what}`} onClick={() => steps.onStep(-1)} />
          <HeadButton icon="next" label={`Next ${steps.what}`} onClick={() => steps.onStep(1)} />
        </>
      )}
      {onClose && <HeadButton icon="close" label="Close" onClick={onClose} />}
    </header>
  );
}

function HeadButton({
  icon,
  label,
  onClick,
}: {
  readonly icon: 'previous' | 'next' | 'close';
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
