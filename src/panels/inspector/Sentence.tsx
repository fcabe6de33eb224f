import { visibleText } from '../parts/visible-text.ts';

/** A sentence that begins with a ship's name, which may come from any file and must not turn the rest around. */
export function Sentence({ name, text }: { readonly name: string; readonly text: string }) {
  if (!text.startsWith(name)) return visibleText(text);
  return (
    <>
      <bdi>{visibleText(name)}</bdi>
      {` ${visibleText(text.slice(name.length))}`}
    </>
  );
}
