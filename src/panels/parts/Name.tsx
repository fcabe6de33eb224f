import { visibleText } from './visible-text.ts';
import './name.css';

/**
 * A name from a file: on one line, cut with an ellipsis where it is too long, whole in the title, and kept from
 * turning the text around it.
 */
export function Name({ text, className = '' }: { readonly text: string; readonly className?: string }) {
  const shown = visibleText(text);
  return (
    <bdi className={`name ${className}`} title={shown}>
      {shown}
    </bdi>
  );
}
