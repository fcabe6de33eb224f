import { useState } from 'react';
import { Icon } from '../parts/Icon.tsx';

/** A digest in whole, to be copied. */
export function Digest({ sha256 }: { readonly sha256: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(sha256).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  };
  return (
    <span className="import-digest">
      <code className="mono">{sha256}</code>
      <button type="button" className="icon-button" aria-label="Copy the SHA-256" title="Copy" onClick={copy}>
        <Icon name={isCopied ? 'check' : 'copy'} sizePx={14} />
      </button>
      <span className="unseen" role="status">
        {isCopied ? 'Copied' : ''}
      </span>
    </span>
  );
}
