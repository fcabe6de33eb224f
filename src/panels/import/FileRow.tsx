import { Icon } from '../parts/Icon.tsx';
import { visibleText } from '../parts/visible-text.ts';
import { type ImportItem, wordsOf } from './import-items.ts';

/** A file in two lines, with a bar while it moves. */
export function FileRow({ item }: { readonly item: ImportItem }) {
  const { word, more, share } = wordsOf(item);
  const name = visibleText(item.job ? item.job.name : item.file.name);
  const kind = item.job?.state.kind ?? 'in case';
  return (
    <div className="import-row" data-kind={kind}>
      <span className="import-row-first">
        <bdi className="import-name" title={name}>
          {name}
        </bdi>
        <span className="import-word">
          {kind === 'done' && <Icon name="check" sizePx={12} />}
          {word}
        </span>
      </span>
      <span className="import-row-more">{more}</span>
      {share !== null && <span className="import-row-bar" style={{ width: `${share * 100}%` }} />}
    </div>
  );
}
