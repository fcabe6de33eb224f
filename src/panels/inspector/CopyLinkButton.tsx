import { Icon } from '../parts/Icon.tsx';

/** Copies a link to the view on screen. */
export function CopyLinkButton({ onCopyLink }: { readonly onCopyLink: () => void }) {
  return (
    <button type="button" className="button" onClick={onCopyLink}>
      <Icon name="copy" />
      Copy link
    </button>
  );
}
