import { TimelineIcon, type TimelineIconName } from './TimelineIcon.tsx';

interface ToolButtonProps {
  readonly icon: TimelineIconName;
  readonly label: string;
  /** Key that does the same, shown with the label. */
  readonly shortcut?: string;
  /** Given for toggles only. */
  readonly pressed?: boolean;
  readonly accent?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

/** A glyph that can be pressed, 28 px. */
export function ToolButton({ icon, label, shortcut, pressed, accent, disabled, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={accent ? 'icon-button timeline-accent' : 'icon-button'}
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      <TimelineIcon name={icon} />
    </button>
  );
}
