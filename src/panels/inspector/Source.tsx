import { visibleText } from '../parts/visible-text.ts';

/** Addresses in a text of sources; whatever follows a blank, a quote or a bracket is no part of them. */
const ADDRESS = /(https:\/\/[^\s"'<>()[\]{};,]+)/g;

/** Where something was published, as text. Only `https` addresses can be followed, and they learn nothing of this page. */
export function Source({ text }: { readonly text: string }) {
  const pieces = visibleText(text).split(ADDRESS);
  return (
    <span className="inspector-source">
      {pieces.map((piece, index) =>
        index % 2 === 1 && isHttps(piece) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
          <a key={index} href={piece} target="_blank" rel="noreferrer noopener">
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </span>
  );
}

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
