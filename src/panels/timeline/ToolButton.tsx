import { Icon, type IconName } from '../parts/Icon.tsx';

interface ToolButtonProps {
  readonly icon: IconName;
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
      <Icon name={icon} />
    </button>
  );
}
